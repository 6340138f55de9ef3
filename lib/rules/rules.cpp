// The rules in force: built-in files, overlays on them, compiled slices, their digest.
#include "noticekit/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "classify/word_list.hpp"
#include "rules/embedded.hpp"
#include "rules/overlay.hpp"
#include "rules/parse.hpp"
#include "rules/tables.hpp"

namespace noticekit {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Every file that rules may stand in, empty at first.
std::vector<RuleSheet> empty_sheets() {
  std::vector<RuleSheet> out;
  const auto add = [&](const char* folder, const char* name, SheetKind kind) {
    RuleSheet s;
    s.name = std::string(folder) + "/" + name;
    s.path = s.name + ".json";
    s.kind = kind;
    s.json["rules"] = Json::array();
    out.push_back(std::move(s));
  };
  for (const ExtractSlice& s : extract_slices) add("extract", s.name, SheetKind::extract);
  for (const TaxonomySlice& s : taxonomy_slices) add("taxonomy", s.name, SheetKind::taxonomy);
  for (const SimilarSlice& s : similar_slices) add("similar", s.name, SheetKind::extract);
  for (const AuditSlice& s : audit_slices) add("audit", s.name, SheetKind::audit);
  add("audit", "checks", SheetKind::audit);
  return out;
}

RuleSheet* sheet_named(std::vector<RuleSheet>& sheets, std::string_view name) {
  const auto at = std::find_if(sheets.begin(), sheets.end(),
                               [&](const RuleSheet& s) { return s.name == name; });
  return at == sheets.end() ? nullptr : &*at;
}

void unknown_file(const std::string& path, const std::vector<RuleSheet>& sheets, Faults& faults) {
  std::string names;
  for (const RuleSheet& s : sheets) names += (names.empty() ? "" : ", ") + s.name + ".json";
  faults.add(path, "", "no rule file has this name; known: " + names);
}

std::vector<RuleSheet> builtin_sheets(Faults& faults) {
  std::vector<RuleSheet> sheets = empty_sheets();
  for (const EmbeddedFile& file : embedded_rules()) {
    RuleSheet* sheet = sheet_named(sheets, file.name);
    const std::string path = std::string(file.name) + ".json";
    RuleSheet read;
    if (sheet == nullptr) {
      unknown_file(path, sheets, faults);
    } else if (parse_sheet(std::string(file.name), path, sheet->kind, file.json, faults, read)) {
      *sheet = std::move(read);
    }
  }
  return sheets;
}

/// FNV-1a over names and values: the digest tells rule sets apart, it does not protect them.
class Digest {
 public:
  void eat_words(std::string_view s) {
    for (const char c : s) h_ = (h_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    h_ = (h_ ^ 0xFF) * 0x100000001B3ULL;
  }
  void eat(const Json& json) {
    if (json.is_string()) {
      eat_words(json.get_ref<const std::string&>());
    } else if (json.is_object()) {
      eat_words("{");
      for (const auto& [key, value] : json.items()) {
        eat_words(key);
        eat(value);
      }
      eat_words("}");
    } else if (json.is_array()) {
      eat_words("[");
      for (const Json& value : json) eat(value);
      eat_words("]");
    } else {
      eat_words(json.dump());
    }
  }
  [[nodiscard]] std::uint64_t value() const { return h_; }

 private:
  std::uint64_t h_ = 0xCBF29CE484222325ULL;
};

std::string hex_digest(const std::vector<RuleSheet>& sheets) {
  Digest digest;
  for (const RuleSheet& sheet : sheets) {
    digest.eat_words(sheet.name);
    digest.eat(sheet.json);
    if (has_words(sheet)) digest.eat_words(embedded_words(kind_of_labels(sheet))->sum);
  }
  std::uint64_t h = digest.value();
  h ^= h >> 29;
  std::string out;
  for (int shift = 44; shift >= 0; shift -= 4) out += "0123456789abcdef"[h >> shift & 15];
  return out;
}

// Where each slice's sheets begin; empty_sheets() lays them down in this order.
constexpr std::size_t extract_at = 0;
constexpr std::size_t taxonomy_at = extract_at + std::size(extract_slices);
constexpr std::size_t similar_at = taxonomy_at + std::size(taxonomy_slices);
constexpr std::size_t audit_at = similar_at + std::size(similar_slices);

void compile_extract(const RuleTables& tables, Faults& faults) {
  ExtractRules& rules = tables.extract.rules;
  std::size_t at = extract_at;
  for (const ExtractSlice& slice : extract_slices)
    rules.*slice.set = compile_sheet(tables.sheets[at++], faults);
  rules.digest = tables.digest;
  prepare(rules);
}

void compile_taxonomy(const RuleTables& tables, Faults& faults) {
  std::size_t at = taxonomy_at;
  for (const TaxonomySlice& slice : taxonomy_slices) {
    const RuleSheet& sheet = tables.sheets[at++];
    tables.taxonomy.rules.*slice.set = compile_labels(sheet, faults);
    if (has_words(sheet))
      tables.taxonomy.rules.*slice.words = built_in_words(kind_of_labels(sheet));
  }
}

void compile_similar(const RuleTables& tables, Faults& faults) {
  std::size_t at = similar_at;
  for (const SimilarSlice& slice : similar_slices)
    tables.similar.rules.*slice.set = compile_sheet(tables.sheets[at++], faults);
}

void compile_audit(const RuleTables& tables, Faults& faults) {
  std::size_t at = audit_at;
  for (const AuditSlice& slice : audit_slices)
    tables.audit.rules.*slice.set = compile_sheet(tables.sheets[at++], faults);
  tables.audit.rules.checks = compile_checks(tables.sheets[at++], faults);
}

/// A slice, compiled by `compile` the first time. Faults were told when the rules were loaded.
template <class Rules, class Compile>
const Rules& made(Slice<Rules>& slice, const RuleTables& tables, Compile compile) {
  std::call_once(slice.made, [&] {
    std::vector<Error> told;
    Faults faults(told);
    compile(tables, faults);
  });
  return slice.rules;
}

/// Compiles every slice now, so that every fault of an overlay is told.
void compile_all(const RuleTables& tables, Faults& faults) {
  std::call_once(tables.extract.made, [&] { compile_extract(tables, faults); });
  std::call_once(tables.taxonomy.made, [&] { compile_taxonomy(tables, faults); });
  std::call_once(tables.similar.made, [&] { compile_similar(tables, faults); });
  std::call_once(tables.audit.made, [&] { compile_audit(tables, faults); });
}

/// The rule files below `folder`, sorted, by their names relative to it.
std::vector<std::pair<std::string, fs::path>> files_below(const std::string& folder,
                                                          std::vector<Error>& faults) {
  std::vector<std::pair<std::string, fs::path>> out;
  std::error_code ec;
  if (!fs::is_directory(folder, ec)) {
    Error e{Errc::missing_path, "no such folder of rules", {}};
    e.where.path = folder;
    faults.push_back(std::move(e));
    return out;
  }
  for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    if (it->path().extension() != ".json") continue;
    fs::path name = it->path().lexically_relative(folder);
    out.emplace_back(name.replace_extension().generic_string(), it->path());
  }
  if (ec) {
    Error e{Errc::unreadable_file, "the folder cannot be read: " + ec.message(), {}};
    e.where.path = folder;
    faults.push_back(std::move(e));
  }
  std::sort(out.begin(), out.end());
  return out;
}

void overlay_folder(std::vector<RuleSheet>& sheets, const std::string& folder,
                    std::vector<Error>& out) {
  Faults faults(out);
  std::vector<RuleSheet> laid;
  for (const auto& [name, file] : files_below(folder, out)) {
    const std::string path = file.generic_string();
    RuleSheet* base = sheet_named(sheets, name);
    if (base == nullptr) {
      unknown_file(path, sheets, faults);
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    const std::string json((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) {
      Error e{Errc::unreadable_file, "the rule file cannot be read", {}};
      e.where.path = path;
      out.push_back(std::move(e));
      continue;
    }
    RuleSheet over;
    if (!parse_sheet(name, path, base->kind, json, faults, over)) continue;
    check_codes(*base, over, faults);
    check_overlay(*base, over, faults);
    const PhraseSet phrases = compile_sheet(over, faults);
    if (!phrases.empty()) check_examples(over, phrases, faults);
    overlay(*base, over);
    laid.push_back(std::move(over));
  }
  check_dimensions(
      *sheet_named(sheets, "taxonomy/topics"), *sheet_named(sheets, "taxonomy/dimensions"),
      sheet_named(laid, "taxonomy/topics"), sheet_named(laid, "taxonomy/dimensions"), faults);
}

}  // namespace

Rules::Rules(std::shared_ptr<const RuleTables> tables) : tables_(std::move(tables)) {}
const ExtractRules& Rules::extract() const {
  return made(tables_->extract, *tables_, compile_extract);
}
const Taxonomy& Rules::taxonomy() const {
  return made(tables_->taxonomy, *tables_, compile_taxonomy);
}
const SimilarRules& Rules::similar() const {
  return made(tables_->similar, *tables_, compile_similar);
}
const AuditRules& Rules::audit() const { return made(tables_->audit, *tables_, compile_audit); }
const std::string& Rules::digest() const { return tables_->digest; }

Result<Rules> load_rules(const std::vector<std::string>& folders, std::vector<Error>& faults) {
  try {
    Faults sink(faults);
    std::vector<RuleSheet> sheets = builtin_sheets(sink);
    for (const std::string& folder : folders) overlay_folder(sheets, folder, faults);
    auto tables = std::make_shared<RuleTables>();
    tables->digest = hex_digest(sheets);
    tables->sheets = std::move(sheets);
    // The built-in rules alone are known to compile: a test sees to that.
    if (!sink.any() && !folders.empty()) compile_all(*tables, sink);
    if (!sink.any()) return Rules(std::move(tables));
  } catch (const std::exception& e) {
    faults.push_back({Errc::internal, std::string("loading the rules failed: ") + e.what(), {}});
  }
  return faults.front();
}

Result<Rules> builtin_rules() {
  std::vector<Error> faults;
  return load_rules({}, faults);
}

std::vector<RuleFile> print_rules(const Rules& rules) {
  std::vector<RuleFile> out;
  for (const RuleSheet& sheet : rules.tables().sheets) {
    Json printed = {{"replace", true}};
    printed.update(sheet.json);
    out.push_back({sheet.name + ".json", printed.dump(2) + "\n"});
  }
  return out;
}

}  // namespace noticekit

// Rule files as written: JSON → rules, and every fault in them. Comes before rules.cpp, which
// merges and compiles.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "classify/taxonomy.hpp"
#include "noticekit/error.hpp"
#include "report/audit/audit_rules.hpp"
#include "text/phrase.hpp"

namespace noticekit {

/// Extract files hold phrases; taxonomy files hold labels too, and more about each phrase; audit
/// files hold phrases and the catalogue of checks.
enum class SheetKind : std::uint8_t { extract, taxonomy, audit };

/// One rule file, parsed but not compiled. Keeps the JSON objects: they are what --print-rules
/// prints.
struct RuleSheet {
  std::string name;  ///< "extract/claims"
  std::string path;  ///< where it came from, for messages
  SheetKind kind = SheetKind::extract;
  nlohmann::ordered_json json;
};

/// "topics" of the sheet "taxonomy/topics".
std::string_view kind_of_labels(const RuleSheet& sheet);
/// Whether learnt words speak beside the rules of a sheet.
bool has_words(const RuleSheet& sheet);

/// Collects faults, each with file and JSON pointer.
class Faults {
 public:
  explicit Faults(std::vector<Error>& out) : out_(out) {}
  void add(const std::string& path, const std::string& pointer, std::string message);
  [[nodiscard]] bool any() const { return !out_.empty(); }

 private:
  std::vector<Error>& out_;
};

/// Parses one file and checks its shape: {"about", "labels" (taxonomy only): [{id, label, about?,
/// dimension?, schemes?, instead?, off?}], "rules": [{id, as, about?, match, unless?, yes, no,
/// off?, and in taxonomy files weight?, in?, needs?}], "replace"? (overlays), "words"?
/// (where words were learnt: whether they speak beside the rules)}; audit files may have
/// "checks": [{id, severity, basis, scope, label, en, about, about_en, limits?, off?}]. Strict:
/// unknown keys, wrong types, double ids and rules without examples are faults.
bool parse_sheet(std::string name, std::string path, SheetKind kind, std::string_view json,
                 Faults& faults, RuleSheet& out);

/// The rules of a sheet that are not switched off.
std::vector<PhraseRule> phrase_rules(const RuleSheet& sheet);

/// Compiles the rules of a sheet; a pattern that cannot be read is a fault at its place.
PhraseSet compile_sheet(const RuleSheet& sheet, Faults& faults);

/// Compiles a taxonomy sheet; a rule that stands for no label of the sheet is a fault.
LabelSet compile_labels(const RuleSheet& sheet, Faults& faults);

/// The checks of a catalogue; one that no code makes is a fault.
std::vector<CheckEntry> compile_checks(const RuleSheet& sheet, Faults& faults);

/// Runs the examples of every rule: each "yes" must be hit by its rule, no "no" may be.
void check_examples(const RuleSheet& sheet, const PhraseSet& set, Faults& faults);

}  // namespace noticekit

#include "report/mask.hpp"

#include <algorithm>

#include "extract/persons.hpp"
#include "report/audit/audit_rules.hpp"
#include "report/personal.hpp"
#include "report/phrasing.hpp"
#include "report/writer.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// The surname, then 某 for each Han character and * for each byte of another.
std::string masked_name(std::string_view name) {
  std::string out(name.substr(0, surname_size(name)));
  for (std::size_t i = out.size(); i < name.size();) {
    const std::size_t length = utf8::length(static_cast<unsigned char>(name[i]));
    out += length == 3 ? std::string("某") : std::string(length, '*');
    i += length;
  }
  return out;
}

/// All but the first and the last digits hidden; what parts groups stays.
std::string masked_digits(std::string_view digits, std::size_t first, std::size_t last) {
  std::string out(digits);
  const auto counts = [](char c) { return (c >= '0' && c <= '9') || c == 'X' || c == 'x'; };
  const auto all = static_cast<std::size_t>(std::count_if(out.begin(), out.end(), counts));
  std::size_t at = 0;
  for (char& c : out) {
    if (!counts(c)) continue;
    if (at >= first && at + last < all) c = '*';
    ++at;
  }
  return out;
}

/// Digits, in either writing, hidden; the words between them stay.
std::string masked_house(std::string_view words) {
  constexpr std::string_view numerals = "零〇一二三四五六七八九十百";
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t length = utf8::length(static_cast<unsigned char>(words[i]));
    const std::string_view c = words.substr(i, length);
    if (utf8::is_ascii_digit(static_cast<unsigned char>(words[i]))) {
      out += '*';
    } else {
      out += length == 3 && numerals.find(c) != std::string_view::npos ? "某" : c;
    }
    i += length;
  }
  return out;
}

/// Mail addresses.
std::vector<Span> mailboxes(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '_' || c == '-' || c == '+';
  };
  std::vector<Span> out;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_part(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_part(text[end])) ++end;
    if (begin < at && end > at + 1) out.push_back({begin, end});
  }
  return out;
}

template <class Spans>
bool overlaps_any(const Spans& spans, Span span) {
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.overlaps(span); });
}

bool in_problem(const Notice& n, Span name) {
  return std::any_of(n.findings.begin(), n.findings.end(), [&](const Finding& f) {
    return f.problem.contains(name) || (f.detail && f.detail->contains(name));
  });
}

}  // namespace

std::string Masker::masked(std::string words) const {
  for (const Hidden& h : hidden_) {
    if (!h.everywhere && h.words.size() < 6) continue;  // too short to be told apart elsewhere
    for (std::size_t at = words.find(h.words); at != std::string::npos;
         at = words.find(h.words, at + h.words.size()))
      words.replace(at, h.words.size(), h.mask);
  }
  return words;
}

MaskChoice::MaskChoice(const ReportOptions& options)
    : rules_(options.rules != nullptr ? &options.rules->audit() : nullptr) {
  for (const std::string& word : options.mask) {
    for (std::size_t i = 0; i < std::size(mask_names); ++i) {
      const bool in_all = word == "all" && static_cast<MaskKind>(i) != MaskKind::officials;
      if (in_all || word == mask_names[i]) on_[i] = any_ = true;
    }
  }
  // Compiling these takes as long as all else at the start.
  if (on(MaskKind::officials) && options.rules != nullptr) extract_ = &options.rules->extract();
}

std::optional<Error> MaskChoice::check(const ReportOptions& options) {
  static const std::vector<NamedAbout> known = [] {
    std::vector<NamedAbout> out;
    for (const std::string_view name : mask_names) out.push_back({name, {}});
    out.push_back({"all", {}});
    return out;
  }();
  for (const std::string& word : options.mask) {
    if (std::none_of(known.begin(), known.end(),
                     [&](const NamedAbout& k) { return k.name == word; }))
      return unknown_name("mask", word, known);
  }
  if (!options.mask.empty() && options.rules == nullptr)
    return Error{Errc::bad_usage, "masks need rules", {}};
  return std::nullopt;
}

void MaskChoice::add_names(const Notice& n, std::vector<Masker::Hidden>& out) const {
  const auto add = [&](Span span, MaskKind kind) {
    const std::string name(n.view(span));
    if (!on(kind) || utf8::count(name) < 2) return;
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const Masker::Hidden& h) { return h.words == name; });
    if (!known) out.push_back({kind, name, masked_name(name), true, span});
  };
  for (const Person& p : n.persons) {
    bool official = false;
    if (p.role) {
      std::vector<PhraseHit> hits;
      rules_->personal.scan_all(n.view(*p.role), hits);
      official = std::any_of(hits.begin(), hits.end(), [&](const PhraseHit& h) {
        return rules_->personal.rules()[h.rule].as == "post";
      });
    }
    official = official && !in_problem(n, p.name);
    add(p.name, official ? MaskKind::officials : MaskKind::names);
  }
  for (const Finding& f : n.findings) {
    for (const Field& field : {f.responsible.leader, f.responsible.person}) {
      if (!field || !on(MaskKind::officials)) continue;
      for (const Span name : names_listed(n.text.utf8, *field, *extract_))
        add(name, MaskKind::officials);
    }
  }
}

void MaskChoice::add_addresses(const Notice& n, std::vector<Masker::Hidden>& out) const {
  std::vector<PhraseHit> hits;
  rules_->personal.scan(n.text.utf8, hits);
  for (const PhraseHit& h : hits) {
    const Span span{h.begin, h.end};
    if (rules_->personal.rules()[h.rule].as != "house" || overlaps_any(n.contacts.address, span))
      continue;
    const std::string words(n.view(span));
    out.push_back({MaskKind::addresses, words, masked_house(words), false, span});
  }
  const std::vector<Span> boxes = mailboxes(n.text.utf8);
  for (const Span box : boxes) {
    const std::string words(n.view(box));
    const bool own = std::any_of(boxes.begin(), boxes.end(), [&](Span b) {
      return n.view(b) == words && is_own_contact(n, n.contacts.email, b);
    });
    std::string mask = words;
    std::fill_n(mask.begin(), mask.find('@'), '*');
    if (!own) out.push_back({MaskKind::addresses, words, mask, true, box});
  }
}

void MaskChoice::add_numbers(const Notice& n, std::vector<Masker::Hidden>& out) const {
  using Kind = PersonalNumber::Kind;
  const std::vector<PersonalNumber> numbers = personal_numbers(n);
  for (const PersonalNumber& p : numbers) {
    const bool phone = p.kind == Kind::mobile || p.kind == Kind::landline;
    const MaskKind kind = phone ? MaskKind::phones : MaskKind::ids;
    if (!on(kind) || p.official) continue;
    const std::string digits(n.view(p.span));
    const std::string mask = p.kind == Kind::mobile     ? masked_digits(digits, 3, 4)
                             : p.kind == Kind::landline ? masked_digits(digits, 0, 2)
                             : p.kind == Kind::id       ? masked_digits(digits, 2, 3)
                                                        : masked_digits(digits, 0, 4);
    // What the office gives as its own stays its own where it is printed once more.
    const bool own = phone && std::any_of(numbers.begin(), numbers.end(), [&](const auto& o) {
                       return o.official && n.view(o.span) == digits;
                     });
    if (!own) out.push_back({kind, digits, mask, true, p.span});
  }
}

Masker MaskChoice::of(const Notice& n) const {
  Masker out;
  if (!any_) return out;
  if (on(MaskKind::names) || on(MaskKind::officials)) add_names(n, out.hidden_);
  if (on(MaskKind::phones) || on(MaskKind::ids)) add_numbers(n, out.hidden_);
  if (on(MaskKind::addresses)) add_addresses(n, out.hidden_);
  // Longer ones first: 王小明 before 王小, 0555-5550123 before 5550123.
  std::stable_sort(out.hidden_.begin(), out.hidden_.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  return out;
}

Notice MaskChoice::masked(const Notice& notice, const Masker& masker) {
  Notice out = notice;
  std::string& text = out.text.utf8;
  for (const Masker::Hidden& h : masker.hidden_) {
    if (!h.everywhere) {
      text.replace(h.span.begin.value, h.words.size(), h.mask);
      continue;
    }
    for (std::size_t at = text.find(h.words); at != std::string::npos;
         at = text.find(h.words, at + h.words.size()))
      text.replace(at, h.words.size(), h.mask);
  }
  return out;
}

void MaskCounts::add(const Masker& masker) {
  for (const Masker::Hidden& h : masker.hidden_) {
    ++counts_[static_cast<std::size_t>(h.kind)];
    if (!h.everywhere) continue;
    const bool known = std::any_of(all_.hidden_.begin(), all_.hidden_.end(),
                                   [&](const auto& k) { return k.words == h.words; });
    if (!known) all_.hidden_.push_back(h);
  }
}

std::string MaskCounts::words(Language lang) const {
  constexpr Phrasing kinds[] = {{"姓名", "names"},
                                {"公职人员姓名", "names of officials"},
                                {"电话号码", "phone numbers"},
                                {"证件和账号", "identity and bank numbers"},
                                {"地址", "addresses"}};
  std::string out;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    if (!out.empty()) out += lang == Language::en ? ", " : "、";
    out += lang == Language::en ? std::to_string(counts_[i]) + " " + kinds[i].en
                                : kinds[i].zh + std::to_string(counts_[i]) + "个";
  }
  if (out.empty()) return out;
  return Phrasing{"已遮盖：", "Masked: "}.in(lang) + out +
         Phrasing{"。按规则识别，可能有遗漏，公开前请人工核对。",
                  ". Found by rules, which may miss some: check by hand before publishing."}
             .in(lang);
}

}  // namespace noticekit

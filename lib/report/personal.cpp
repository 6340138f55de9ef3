#include "report/personal.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace noticekit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_mobile(std::string_view s) { return s.size() == 11 && s[0] == '1' && s[1] >= '3'; }

bool holds_birthday(std::string_view s) {
  const auto two = [&](std::size_t i) { return (s[i] - '0') * 10 + (s[i + 1] - '0'); };
  const int century = two(6), month = two(10), day = two(12);
  return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// The check digit of payment cards.
bool passes_luhn(std::string_view s) {
  int sum = 0;
  bool twice = false;
  for (std::size_t i = s.size(); i-- > 0; twice = !twice) {
    int d = s[i] - '0';
    if (twice) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}

/// Bytes of one separator that may stand inside a number at `at`; 0 where there is none.
std::size_t separator_at(std::string_view s, std::size_t at) {
  for (const std::string_view c :
       {" ", "-", "—", "–", "－", "\u2011", "\u00a0", "\u3000", ")", "）"}) {
    if (s.substr(at).starts_with(c)) return c.size();
  }
  return 0;
}

/// Digits that single blanks or hyphens part into groups: 139-1234-5678.
struct Groups {
  std::string digits;              ///< without what parts them
  std::vector<std::size_t> sizes;  ///< of each group
  std::vector<std::size_t> ends;   ///< of each group in the text
};

Groups groups_at(std::string_view s, std::size_t at) {
  Groups out;
  while (out.digits.size() < 24) {
    std::size_t end = at;
    while (end < s.size() && is_digit(s[end])) ++end;
    if (end == at) break;
    out.digits += s.substr(at, end - at);
    out.sizes.push_back(end - at);
    out.ends.push_back(end);
    const std::size_t gap = separator_at(s, end);
    if (gap == 0) break;
    at = end + gap;
  }
  return out;
}

/// Whether one of `words` stands in the same clause, shortly before `at`.
template <std::size_t N>
bool told_before(std::string_view s, std::size_t at, const std::string_view (&words)[N]) {
  std::string_view before = s.substr(at < 36 ? 0 : at - 36, std::min<std::size_t>(at, 36));
  for (const std::string_view stop : {"\n", "。", "；", "，", ";", ","}) {
    if (const std::size_t i = before.rfind(stop); i != std::string_view::npos)
      before.remove_prefix(i + stop.size());
  }
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view w) { return before.find(w) != std::string_view::npos; });
}

constexpr std::string_view account_words[] = {"卡号",   "账号", "帐号", "银行卡", "账户",
                                              "储蓄卡", "存折", "户号", "社保卡", "一卡通"};
/// An office that can be called is no private person.
constexpr std::string_view hotline_words[] = {"举报", "监督", "热线", "投诉", "服务",
                                              "值班", "咨询", "受理", "办公"};

/// Whether a word for a telephone stands right before `at`: 联系电话：5550-1234.
bool is_labelled_phone(std::string_view s, std::size_t at) {
  std::string_view before = s.substr(0, at);
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view part :
         {"：", ":", "为", "是", " ", "\u3000", "（", "(", "号码", "号"}) {
      if (!before.ends_with(part)) continue;
      before.remove_suffix(part.size());
      more = true;
    }
  }
  for (const std::string_view word : {"电话", "手机", "座机", "固话", "热线", "传真", "联系方式"}) {
    if (before.ends_with(word)) return true;
  }
  return false;
}

/// Whether nothing but a mark of a list stands between a number and the one before it.
bool is_next_of_list(std::string_view between) {
  return between == "、" || between == "/" || between == "或" || between == "和";
}

/// 010, 02x, 03xx to 09xx.
bool is_area_code(std::string_view digits, std::size_t size) {
  if (size == 3) return digits.starts_with("010") || digits.starts_with("02");
  return size == 4 && digits[0] == '0' && digits[1] >= '3';
}

bool sizes_are(const Groups& g, std::initializer_list<std::size_t> sizes) {
  return g.sizes.size() >= sizes.size() && std::equal(sizes.begin(), sizes.end(), g.sizes.begin());
}

struct Found {
  PersonalNumber::Kind kind;
  std::size_t end;
};

/// A number in groups that begins with the first of `g`.
std::optional<Found> grouped(std::string_view text, std::size_t at, const Groups& g) {
  using Kind = PersonalNumber::Kind;
  const std::string_view digits = g.digits;
  std::size_t size = 0;
  for (std::size_t k = 0; k < g.sizes.size() && g.sizes[k] >= 3; ++k) {
    size += g.sizes[k];
    const std::size_t end = g.ends[k];
    const bool x = size == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x');
    if (k > 0 && (size == 18 || x) && holds_birthday(digits.substr(0, size)))
      return Found{Kind::id, end + (x ? 1 : 0)};
  }
  if ((sizes_are(g, {3, 4, 4}) || sizes_are(g, {4, 3, 4}) || sizes_are(g, {3, 3, 5})) &&
      is_mobile(digits.substr(0, 11)))
    return Found{Kind::mobile, g.ends[2]};
  if (sizes_are(g, {4, 4, 4, 4})) {
    std::size_t last = 3, all = 16;
    if (g.sizes.size() > 4 && g.sizes[4] <= 3) all += g.sizes[last = 4];
    // Four years in a row look like a card.
    const bool years = digits.starts_with("19") || digits.starts_with("20");
    if (told_before(text, at, account_words) || digits.starts_with("62") ||
        (!years && passes_luhn(digits.substr(0, all))))
      return Found{Kind::bank, g.ends[last]};
  }
  if (g.sizes.size() > 1 && (g.sizes[1] == 7 || g.sizes[1] == 8) &&
      is_area_code(digits, g.sizes[0]))
    return Found{Kind::landline, g.ends[1]};
  if (told_before(text, at, account_words)) {
    std::size_t all = 0;
    for (std::size_t k = 0; k < g.sizes.size(); ++k) {
      all += g.sizes[k];
      if (k > 0 && k + 1 == g.sizes.size() && all >= 16 && all <= 19)
        return Found{Kind::bank, g.ends[k]};
    }
  }
  return std::nullopt;
}

/// A number without gaps.
std::optional<Found> unbroken(std::string_view text, std::size_t at, std::size_t end) {
  using Kind = PersonalNumber::Kind;
  const std::string_view digits = text.substr(at, end - at);
  const bool x = digits.size() == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x');
  const bool decimal = (at > 0 && text[at - 1] == '.') || (end < text.size() && text[end] == '.');
  if (is_mobile(digits)) return Found{Kind::mobile, end};
  if ((digits.size() == 18 || x) && holds_birthday(digits))
    return Found{Kind::id, end + (x ? 1 : 0)};
  if (digits.size() >= 16 && digits.size() <= 19 && !decimal &&
      (passes_luhn(digits) || told_before(text, at, account_words)))
    return Found{Kind::bank, end};
  return std::nullopt;
}

/// The end of a number that only a word tells from others: 5550-1234, 05555550123. 0 where there is
/// none.
std::size_t labelled_end(const Groups& g) {
  const bool years = g.digits.starts_with("19") || g.digits.starts_with("20");
  if (g.sizes[0] == 7 || g.sizes[0] == 8) return g.ends[0];
  if (g.sizes.size() > 1 && g.sizes[1] == 4 && (g.sizes[0] == 3 || (g.sizes[0] == 4 && !years)))
    return g.ends[1];
  const bool whole = g.sizes[0] >= 10 && g.sizes[0] <= 12;
  return whole && (is_area_code(g.digits, 3) || is_area_code(g.digits, 4)) ? g.ends[0] : 0;
}

}  // namespace

bool is_own_contact(const Notice& n, const std::vector<Span>& contacts, Span span) {
  const bool answers = std::any_of(n.findings.begin(), n.findings.end(),
                                   [&](const Finding& f) { return f.extent.contains(span); });
  return !answers && std::any_of(contacts.begin(), contacts.end(),
                                 [&](Span contact) { return contact.overlaps(span); });
}

std::vector<PersonalNumber> personal_numbers(const Notice& n) {
  std::vector<PersonalNumber> out;
  const std::string_view text = n.text.utf8;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const Groups groups = groups_at(text, i);
    auto found = unbroken(text, i, groups.ends[0]);
    if (!found && groups.sizes.size() > 1) found = grouped(text, i, groups);
    const auto next_of_list = [&] {
      if (out.empty() || out.back().kind != PersonalNumber::Kind::landline) return false;
      const std::size_t end = out.back().span.end.value;
      return is_next_of_list(text.substr(end, i - end));
    };
    if (!found && (is_labelled_phone(text, i) || next_of_list())) {
      if (const std::size_t end = labelled_end(groups); end != 0)
        found = Found{PersonalNumber::Kind::landline, end};
    }
    if (!found) {
      i = groups.ends[0];
      continue;
    }
    const Span span{i, found->end};
    const bool official =
        is_own_contact(n, n.contacts.phone, span) ||
        (found->kind == PersonalNumber::Kind::landline && told_before(text, i, hotline_words));
    out.push_back({found->kind, span, official});
    i = found->end;
  }
  return out;
}

}  // namespace noticekit

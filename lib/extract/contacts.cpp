#include "extract/contacts.hpp"

#include <algorithm>

#include "extract/phone.hpp"
#include "extract/reading.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool ends_value(char32_t c) {
  switch (c) {
    case U'；':
    case U';':
    case U'，':
    case U',':
    case U'。':
    case U'\n':
    case U'（':
    case U'(':
    case U'\u3000':
    case U'\t':
      return true;
    default:
      return false;
  }
}

bool is_mail_character(char32_t c) {
  return utf8::is_ascii_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         c == U'.' || c == U'_' || c == U'-' || c == U'+';
}

bool is_bracket(std::string_view s, std::size_t i) {
  const char32_t c = i < s.size() ? utf8::at(s, i) : U'\0';
  return c == U'（' || c == U'(' || c == U'）' || c == U')';
}

class Closing {
 public:
  Closing(const Reading& r, Span region, Contacts& out)
      : r_(r), region_(region), s_(r.text.substr(0, region.end.value)), out_(out) {}

  void read() {
    emails();
    std::vector<PhraseHit> labels;
    const PhraseSet& set = r_.rules.contacts;
    set.scan(r_.letters(region_), labels);
    for (const PhraseHit& label : labels) {
      std::size_t at = region_.begin.value + label.end;
      while (at < s_.size() &&
             (utf8::at(s_, at) == U'：' || utf8::at(s_, at) == U':' || s_[at] == ' ' ||
              s_.substr(at, 3) == "\u3000" || s_.substr(at, 3) == "为" || value_below(at))) {
        at += utf8::length(static_cast<unsigned char>(s_[at]));
      }
      const std::string_view as = code(set, label);
      if (as == "phone" || as == "person") phones(at);
      if (as == "address") address(at);
      if (as == "postcode") postcode(at);
    }
  }

 private:
  /// A line end behind the colon of a label: its value stands on the next line.
  bool value_below(std::size_t at) const {
    if (s_[at] != '\n' || at + 1 >= s_.size()) return false;
    const char32_t before = utf8::at(s_, utf8::before(s_, at));
    return (before == U'：' || before == U':') &&
           utf8::is_ascii_digit(static_cast<unsigned char>(s_[at + 1]));
  }

  void add(std::vector<Span>& to, std::size_t begin, std::size_t end) {
    for (const Span s : to) {
      if (s.overlaps(Span{begin, end})) return;
    }
    to.push_back({begin, end});
  }

  /// One or several numbers after a label, up to the sentence's end or the next label. Beside each
  /// may stand whose it is.
  void phones(std::size_t at) {
    at = past_name(at);
    while (at < s_.size()) {
      const std::size_t end = phone_end(s_, at);
      if (end == 0) return;
      std::size_t next = end;
      bool fax = false;
      if (utf8::at(s_, next) == U'）' || utf8::at(s_, next) == U')')
        next += utf8::length(static_cast<unsigned char>(s_[next]));
      // 0000-5550000（某办公室）、0000-5550001
      if (utf8::at(s_, next) == U'（' || utf8::at(s_, next) == U'(') {
        const std::size_t close = std::min(s_.find("）", next), s_.find(')', next));
        const std::size_t inside = next + utf8::length(static_cast<unsigned char>(s_[next]));
        fax = says_fax(inside);
        next = close;
        if (close != std::string_view::npos && close - end <= 60)
          next += utf8::length(static_cast<unsigned char>(s_[close]));
      }
      if (!fax) add(out_.phone, at, end);
      if (next == std::string_view::npos || next - end > 63) return;
      at = next_number(next);
    }
  }

  bool says_fax(std::size_t at) const {
    return r_.rules.contacts.match_as(r_.letters({0, s_.size()}), at, "fax").has_value();
  }

  /// Where the number begins that follows the one which ended at `at`; the end where none does.
  std::size_t next_number(std::size_t at) const {
    constexpr std::u32string_view parting = U"、/，,；;或\u3000 \n";
    const char32_t c = at < s_.size() ? utf8::at(s_, at) : U'.';
    if (parting.find(c) == std::u32string_view::npos) return s_.size();
    at += utf8::length(static_cast<unsigned char>(s_[at]));
    const bool blank = c == U' ' || c == U'\u3000' || c == U'\n';
    if (!blank && phone_end(s_, at) != 0) return at;
    // Behind a blank or line end stand dates as well.
    if (c != U'\n') at = past_name(at);
    return is_phone(s_, at) ? at : s_.size();
  }

  /// Past whose number it is, before the number: 党政办0000-5550000, 办公室（0000-5550000）.
  /// `at` where no number follows.
  std::size_t past_name(std::size_t at) const {
    constexpr std::size_t longest = 3 * 16;
    std::size_t i = at;
    while (i < s_.size() && i - at < longest && utf8::is_han(utf8::at(s_, i))) {
      if (says_fax(i)) return at;
      i += 3;
    }
    const std::size_t end = is_phone(s_, i) ? phone_end(s_, i) : 0;
    const bool enclosed = end != 0 && is_bracket(s_, i) && is_bracket(s_, end);
    if (end != 0 && !enclosed) return i;
    if (i == at || i >= s_.size()) return at;
    constexpr std::u32string_view between = U"，,：:、（( \u3000";
    if (between.find(utf8::at(s_, i)) == std::u32string_view::npos) return at;
    i += utf8::length(static_cast<unsigned char>(s_[i]));
    return is_phone(s_, i) ? i : at;
  }

  void emails() {
    if (!r_.signs.has(Sign::mail)) return;
    const std::size_t from = region_.begin.value;
    std::size_t free = from;  // where the last address ends
    for (const Sign* sign = r_.signs.from(region_.begin.value); sign->at < s_.size(); ++sign) {
      if (!sign->is(Sign::mail) || sign->at < free) continue;
      const std::size_t i = sign->at;
      std::size_t b = i;
      while (b > from && is_mail_character(static_cast<unsigned char>(s_[b - 1]))) --b;
      std::size_t e = sign->end();
      const std::size_t domain = e;
      while (e < s_.size() && is_mail_character(static_cast<unsigned char>(s_[e]))) ++e;
      while (e > domain && (s_[e - 1] == '.' || s_[e - 1] == '-')) --e;
      if (b < i && e > domain &&
          s_.substr(domain, e - domain).find('.') != std::string_view::npos) {
        out_.email.push_back({b, e});
      }
      free = e + 1;
    }
  }

  void address(std::size_t at) {
    std::size_t e = at;
    while (e < s_.size() && !ends_value(utf8::at(s_, e)))
      e += utf8::length(static_cast<unsigned char>(s_[e]));
    // 某路1号（某楼）某室: a bracket belongs to the address when more of it follows
    const Span value = trimmed(s_, {at, e});
    if (value.size() < 9) return;
    if (slice(s_, value).substr(0, 3) == "在") return;  // tells where a letter box hangs
    // 邮政信箱：000000 is a postcode, not an address
    bool han = false;
    for (std::size_t i = value.begin.value; i < value.end.value;
         i += utf8::length(static_cast<unsigned char>(s_[i]))) {
      han = han || utf8::is_han(utf8::at(s_, i));
    }
    if (!han) return;
    add(out_.address, value.begin.value, value.end.value);
    if (utf8::at(s_, e) == U'（' || utf8::at(s_, e) == U'(') {  // 某路2号（000000）
      postcode(e + utf8::length(static_cast<unsigned char>(s_[e])));
    }
  }

  void postcode(std::size_t at) {
    std::size_t e = at;
    while (e < s_.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s_[e]))) ++e;
    if (e - at == 6) add(out_.postcode, at, e);
  }

  const Reading& r_;
  Span region_;
  std::string_view s_;
  Contacts& out_;
};

}  // namespace

void find_contacts(const Reading& r, Span region, Contacts& out) {
  if (region.begin < region.end) Closing(r, region, out).read();
}

std::optional<std::uint32_t> contact_sentence(const Reading& r, Span paragraph) {
  for (std::uint32_t begin = paragraph.begin.value; begin < paragraph.end.value;) {
    const std::uint32_t end = r.signs.next(begin, Sign::full_stop, paragraph.end.value);
    if (has(r, &ExtractRules::contacts, {begin, end}, "invite")) {
      Contacts found;
      find_contacts(r, {begin, end}, found);
      if (!found.phone.empty() || !found.email.empty() || !found.address.empty()) return begin;
    }
    begin = end + static_cast<std::uint32_t>(std::string_view("。").size());
  }
  return std::nullopt;
}

}  // namespace noticekit

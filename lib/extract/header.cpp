#include "extract/header.hpp"

#include <algorithm>

#include "extract/contacts.hpp"
#include "extract/date.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

std::size_t characters(std::string_view s) { return utf8::count(s); }

/// Whether `s` has more characters than that: mostly its bytes tell.
bool longer_than(std::string_view s, std::size_t n) {
  return s.size() > n && (s.size() > 4 * n || characters(s) > n);
}

bool is_furniture(const Reading& r, const Paragraph& line) {
  return r.rules.furniture.match_at(r.letters(line), 0).has_value();
}

/// A line that is nothing but a date, brackets aside.
std::optional<Date> date_line(const Reading& r, const Paragraph& line) {
  Span words = trimmed(r.text, line.span);
  std::string_view s = r.view(words);
  if (longer_than(s, 16) || s.empty()) return std::nullopt;
  const auto dates = find_dates(r.marked, words);
  if (dates.size() != 1 || dates.front().precision == Precision::none) return std::nullopt;
  const Span d = dates.front().span;
  const std::string_view before = slice(r.text, {words.begin, d.begin});
  const std::string_view after = slice(r.text, {d.end, words.end});
  const auto only_bracket = [](std::string_view rest) {
    return rest.empty() || rest == "（" || rest == "(" || rest == "）" || rest == ")";
  };
  if (!only_bracket(before) || !only_bracket(after)) return std::nullopt;
  return dates.front();
}

bool is_title_end(const Reading& r, std::string_view line) {
  return has(r, &ExtractRules::header, span_of(r.text, line), "title_end");
}

bool has_any(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return s.find(w) != std::string_view::npos; });
}

bool ends_with_colon(std::string_view s) {
  const char32_t last = utf8::at(s, utf8::before(s, s.size()));
  return last == U'：' || last == U':';
}

/// A line without the signs that ornament it at both ends: ★…★.
std::string_view without_ornament(std::string_view s) {
  constexpr std::u32string_view ornaments = U"★☆◆◇●○■□▲△※ \u3000";
  while (!s.empty() && ornaments.find(utf8::at(s, 0)) != std::u32string_view::npos)
    s.remove_prefix(utf8::length(static_cast<unsigned char>(s[0])));
  while (!s.empty()) {
    const std::size_t last = utf8::before(s, s.size());
    if (ornaments.find(utf8::at(s, last)) == std::u32string_view::npos) break;
    s = s.substr(0, last);
  }
  return s;
}

/// 某镇党务公开材料: the name of a series or a file, repeated above the title itself.
bool names_no_matter(const Reading& r, Span title) {
  return !has_any(r.view(title), {"关于", "巡察", "巡视", "整改"});
}

/// The first paragraph of running text above the first heading: where the lead begins.
std::size_t lead_line(const Reading& r, std::size_t top) {
  for (std::size_t n = 0; n < top; ++n) {
    const std::string_view s = r.view(r.lines[n]);
    if (!longer_than(s, 18) || is_furniture(r, r.lines[n])) continue;
    if (has(r, &ExtractRules::header, r.lines[n].span, "lead")) return n;
    if (longer_than(s, 30) && s.find("。") != std::string_view::npos && !is_title_end(r, s))
      return n;
    if (longer_than(s, 45) && has_any(s, {"，", ",", "；"}) && !is_title_end(r, s)) return n;
  }
  return top;
}

/// The title that holds line `first` and ends on line `last`; it began above where these do not
/// hold the whole.
Span title_span(const Reading& r, std::size_t first, std::size_t last) {
  const std::size_t from_line = first;
  const auto whole = [&](std::size_t from) {
    const std::string_view s = slice(r.text, {r.lines[from].span.begin, r.lines[last].span.end});
    const auto about = s.find("关于");
    return about != std::string_view::npos && about > 0;
  };
  while (first > 0 && !whole(first) && from_line - first < 3) {
    const Paragraph& above = r.lines[first - 1];
    const std::string_view s = r.view(above);
    if (characters(s) < 4 || longer_than(s, 50) || is_furniture(r, above) || is_title_end(r, s) ||
        has_any(s, {"。", "：", ":", "】", "]", ">", "\t"})) {
      break;
    }
    --first;
  }
  return {r.lines[first].span.begin, r.lines[last].span.end};
}

/// A wrapped title goes on where its first line happens to end like one: …反馈意见 /
/// 整改情况的通报.
bool continues_title(const Reading& r, std::size_t n) {
  const std::string_view s = r.view(r.lines[n]);
  return is_title_end(r, s) && characters(s) < 30 && s.find("关于") == std::string_view::npos &&
         !is_furniture(r, r.lines[n]);
}

/// 代字〔2024〕7号 alone on its line.
bool is_document_number(std::string_view s) {
  if (s.size() < 12 || longer_than(s, 24)) return false;
  const bool year = has_any(s, {"〔20", "[20", "【20", "（20", "(20", "〔19"});
  return year && s.substr(s.size() - 3) == "号";
}

/// News and articles carry a headline that ends in no 文种: the first line above the lead that is
/// no sentence.
Field headline(const Reading& r, std::size_t lead) {
  for (std::size_t n = 0; n < lead; ++n) {
    const Paragraph& line = r.lines[n];
    const std::string_view s = r.view(line);
    if (is_furniture(r, line)) continue;
    if (characters(s) < 8 || longer_than(s, 60) || has_any(s, {"。", "；", "\t", "【"}) ||
        ends_with_colon(s) || date_line(r, line)) {
      return std::nullopt;
    }
    return line.span;
  }
  return std::nullopt;
}

void read_top(const Reading& r, std::size_t top, Frame& f) {
  const std::size_t lead = lead_line(r, top);
  for (std::size_t n = 0; n < lead; ++n) {
    const Paragraph& line = r.lines[n];
    const std::string_view s = r.view(line);
    if (is_furniture(r, line)) {
      f.blocks.emplace_back(line.span, Role::furniture);
    } else if (is_document_number(s)) {
      f.document_number = line.span;
      f.blocks.emplace_back(line.span, Role::document_number);
    } else if ((!f.title || (names_no_matter(r, *f.title) && has_any(s, {"关于"}))) &&
               is_title_end(r, without_ornament(s)) && characters(s) > 5 &&
               !has_any(s.substr(0, 3), {"【", "["})) {
      std::size_t last = n;
      while (last + 1 < lead && continues_title(r, last + 1)) ++last;
      f.title = span_of(r.text, without_ornament(r.view(title_span(r, n, last))));
      n = last;
      f.blocks.emplace_back(*f.title, Role::title);
    } else if (const auto date = date_line(r, line)) {
      if (f.title) f.published = date;
      f.blocks.emplace_back(line.span, Role::date);
    } else if (ends_with_colon(s) && !has_any(s, {"。", "；"}) &&
               (!longer_than(s, 40) ? !has_any(s, {"，"}) || s.substr(0, 3) == "各"
                                    : !longer_than(s, 80) && s.substr(0, 3) == "各")) {
      f.addressee = trimmed(r.text, line.span);
      f.blocks.emplace_back(line.span, Role::addressee);
    }
  }
  if (!f.title) f.title = headline(r, lead);
  if (lead < top) {
    f.lead = {r.lines[lead].span.begin, r.lines[top - 1].span.end};
    f.blocks.emplace_back(f.lead, Role::lead);
  }
}

/// A line that is an organisation's name, as a signature is.
bool is_signature(const Reading& r, std::string_view s) {
  if (longer_than(s, 50) || characters(s) < 4 ||
      has_any(s, {"，", "。", "：", ":", "；", ",", "\t", "《", "“"}))
    return false;
  return has(r, &ExtractRules::header, span_of(r.text, s), "organisation_end");
}

/// Name and date on one line: 中共某镇委员会　2024年8月30日.
void split_signature(const Reading& r, const Paragraph& line, Frame& f) {
  const auto dates = find_dates(r.marked, line.span);
  if (dates.empty() || dates.back().precision == Precision::none) return;
  const Span d = dates.back().span;
  if (!trimmed(r.text, {d.end, line.span.end}).empty()) return;
  const Span name = trimmed(r.text, {line.span.begin, d.begin});
  if (name.empty() || !is_signature(r, r.view(name))) return;
  f.issuer = name;
  f.published = dates.back();
  f.closing = std::min(f.closing, line.span.begin.value);
  f.blocks.emplace_back(line.span, Role::signature);
}

/// The headings of a table, or the first of them where every cell became a line.
bool opens_table(const Reading& r, const Paragraph& line) {
  return r.view(line) == "序号" || r.view(line).find('\t') != std::string_view::npos;
}

/// Reads from the end upwards: date, signature, contact lines. Site furniture below them is passed
/// over.
void read_bottom(const Reading& r, std::size_t after, Frame& f) {
  std::size_t seen = 0;
  bool dated = false;
  bool prose = false;  // date and signature stand below all running text
  for (std::size_t n = r.lines.size(); n > after && seen < 12; --n) {
    const Paragraph& line = r.lines[n - 1];
    if (line.heading >= 0) break;
    if (is_furniture(r, line)) {
      f.blocks.emplace_back(line.span, Role::furniture);
      continue;
    }
    ++seen;
    const std::string_view s = r.view(line);
    if (const auto date = prose ? std::nullopt : date_line(r, line)) {
      if (!dated) f.published = date;
      dated = true;
      f.closing = std::min(f.closing, line.span.begin.value);
      f.blocks.emplace_back(line.span, Role::date);
    } else if (!prose && is_signature(r, s)) {
      if (!f.issuer) f.issuer = trimmed(r.text, line.span);
      f.closing = std::min(f.closing, line.span.begin.value);
      f.blocks.emplace_back(line.span, Role::signature);
    } else if (!f.issuer && !dated && !longer_than(s, 59)) {
      split_signature(r, line, f);
    }
    prose = prose || (s.find("。") != std::string_view::npos &&
                      !r.rules.header.match_as(r.letters(line), 0, "closing") &&
                      !contact_sentence(r, line.span));
  }
  for (std::size_t n = after; n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.heading >= 0) continue;
    if (r.outline.headings.empty() && n + 1 < r.lines.size() && opens_table(r, r.lines[n + 1]))
      continue;  // 附：整改台账 over the table that is the text
    std::optional<std::uint32_t> begin;
    if (r.rules.header.match_as(r.letters(line), 0, "closing")) {
      begin = line.span.begin.value;
    } else {
      begin = contact_sentence(r, line.span);
    }
    if (!begin) continue;
    f.closing = std::min(f.closing, *begin);
    break;
  }
  for (std::size_t n = after; n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.end.value > f.closing && line.heading < 0) {
      const std::uint32_t begin = std::max(line.span.begin.value, f.closing);
      f.blocks.emplace_back(Span{begin, line.span.end.value}, Role::contact);
    }
  }
}

/// 某机关 of 某机关关于…的通报.
Field organisation_of_title(const Reading& r, Span title) {
  const std::string_view s = r.view(title);
  const auto about = s.find("关于");
  if (about == std::string_view::npos || about == 0) return std::nullopt;
  const Span name = trimmed(r.text, {title.begin.value, title.begin.value + about});
  const std::size_t n = characters(r.view(name));
  if (n < 3 || n > 50) return std::nullopt;
  return name;
}

/// The organisation that stands alone below a title which names none.
Field organisation_below_title(const Reading& r, Span title, Span lead) {
  for (std::size_t n = 0; n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    const std::string_view s = r.view(line);
    if (line.span.begin < title.end || is_document_number(s) || date_line(r, line)) continue;
    // A group or its office is who the report is made to.
    if (line.heading >= 0 || (!lead.empty() && lead.begin < line.span.end) ||
        is_furniture(r, line) || !is_signature(r, s) || has_any(s, {"巡察", "巡视"}))
      return std::nullopt;
    return trimmed(r.text, line.span);
  }
  return std::nullopt;
}

}  // namespace

Frame read_frame(const Reading& r) {
  Frame f;
  f.closing = static_cast<std::uint32_t>(r.text.size());
  std::size_t top = 0;
  while (top < r.lines.size() && r.lines[top].heading < 0) ++top;
  if (top == r.lines.size()) {  // no headings: the lead is one paragraph near the top
    const std::size_t near = std::min<std::size_t>(top, 12);
    top = std::min(lead_line(r, near) + 1, near);
  }
  read_top(r, top, f);
  std::size_t last = r.lines.size();
  while (last > 0 && r.lines[last - 1].heading < 0) --last;
  read_bottom(r, std::max(last, std::min(top, r.lines.size())), f);
  if (!f.issuer && f.title) f.issuer = organisation_of_title(r, *f.title);
  if (!f.issuer && f.title) {
    f.issuer = organisation_below_title(r, *f.title, f.lead);
    if (f.issuer) f.blocks.emplace_back(*f.issuer, Role::signature);
  }
  return f;
}

}  // namespace noticekit

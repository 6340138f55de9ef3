#include "text/reflow.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>

#include "text/numbering.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

char32_t last_of(std::string_view s) { return utf8::at(s, utf8::before(s, s.size())); }

bool contains(std::string_view s, std::string_view what) {
  return s.find(what) != std::string_view::npos;
}

// Words that are compared are none of one byte or two. The last byte of a character tells most of
// them apart, so it is compared first.
bool starts_with_any(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return s.size() >= w.size() && s[2] == w[2] && s.substr(0, w.size()) == w;
  });
}

bool ends_with_any(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return s.size() >= w.size() && s.back() == w.back() && s.substr(s.size() - w.size()) == w;
  });
}

/// A sentence ends here.
bool is_hard_end(char32_t c) {
  constexpr std::u32string_view ends = U"。；;：:！!？?…";
  return ends.find(c) != std::u32string_view::npos;
}

/// Where a paragraph may end without a full stop: closing marks.
bool is_soft_end(char32_t c) {
  constexpr std::u32string_view ends = U"”）)》】]〕.\"";
  return ends.find(c) != std::u32string_view::npos;
}

bool at_least(std::string_view s, std::size_t characters) {
  return s.size() >= 4 * characters || (s.size() >= characters && utf8::count(s) >= characters);
}

/// Bytes of 整改措施：, up to ten Han and a colon, at the start; 0 where there is none.
std::size_t label_length(std::string_view s) {
  std::size_t i = 0;
  for (int n = 0; n <= 10 && i < s.size(); ++n) {
    const char32_t c = utf8::at(s, i);
    if (c == U'：' || c == U':') return n >= 2 ? i + (c == U':' ? 1 : 3) : 0;
    if (!utf8::is_han(c)) return 0;
    i += 3;
  }
  return 0;
}

bool begins_label(std::string_view s) {
  const char32_t first = utf8::at(s, 0);
  return first == U'【' || first == U'[' || label_length(s) != 0;
}

/// How findings, closings and appendices begin without a number.
bool begins_paragraph(std::string_view s) {
  return starts_with_any(s, {"针对“", "关于“", "欢迎", "如有意见", "特此", "联系电话", "下一步，",
                             "截至目前，", "附件", "附表", "附：", "备注", "注：", "（此件"});
}

/// 2024年6月12日, 二〇二四年六月十二日 and nothing else, perhaps in brackets.
bool is_date_line(std::string_view s) {
  if (s.size() > 48 || !ends_with_any(s, {"日", "日）", "日)"})) return false;
  const auto year = s.find("年");
  const auto month = s.find("月");
  if (year == std::string_view::npos || month == std::string_view::npos || month < year)
    return false;
  return !contains(s, "，");
}

/// An organization by itself, as under a document.
bool is_signature(std::string_view s) {
  if (s.size() > 120 || !at_least(s, 4)) return false;
  if (!ends_with_any(s, {"委员会", "党组", "党委", "总支", "党支部", "工委", "巡察组", "巡视组",
                         "办公室", "局", "公司", "政府", "办事处", "学校", "医院", "法院", "检察院",
                         "中心", "领导小组"}))
    return false;
  constexpr std::string_view marks[] = {"，", "。", "；", "：", ",", ";", ":", "、", "“"};
  return std::none_of(std::begin(marks), std::end(marks),
                      [&](std::string_view mark) { return contains(s, mark); });
}

/// What a title's last line ends with.
bool ends_title(std::string_view s) {
  return ends_with_any(s, {"通报", "报告", "公告", "通告", "通知", "方案", "公示", "清单", "情况",
                           "意见", "办法", "规定", "函", "说明", "材料"});
}

/// 8: the number of a row, where every cell of a table became a line.
bool is_row_number(std::string_view s) {
  return s.size() <= 2 && std::all_of(s.begin(), s.end(), [](char c) {
           return utf8::is_ascii_digit(static_cast<unsigned char>(c));
         });
}

/// A line that no sentence goes on with: it begins something of its own.
bool begins_something(std::string_view s) {
  return numbering_length(s) != 0 || item_length(s) != 0 || begins_label(s) ||
         begins_paragraph(s) || is_date_line(s) || is_row_number(s);
}

/// Columns on paper: two for a wide character.
std::size_t columns(std::string_view s) {
  const std::size_t n = utf8::count(s);
  return n + (s.size() - n) / 2;
}

/// What the layout of all lines says.
struct Layout {
  bool believed = false;
  bool indented = false;       ///< paragraphs begin with two blanks
  bool spaced = false;         ///< paragraphs are parted by blank lines
  std::size_t full_width = 0;  ///< lines at least this wide were wrapped by force; 0: none were
};

/// Lines of nearly equal width that end inside a sentence: the width from which they count as full.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::size_t bytes = 0;
  std::size_t bytes_in_short = 0;
  for (const Line& line : lines) {
    const std::size_t size = line.end - line.begin;
    bytes += size;
    bytes_in_short += size <= 200 ? size : 0;
  }
  if (lines.size() < 10 || bytes_in_short * 20 < bytes * 19) return 0;
  std::vector<std::size_t> widths;
  widths.reserve(lines.size());
  for (const Line& line : lines) {
    widths.push_back(columns(text.substr(line.begin, line.end - line.begin)) + line.indent);
  }
  std::vector<std::size_t> sorted = widths;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t widest = sorted[sorted.size() - 1 - sorted.size() / 20];
  if (widest < 36 || widest > 110) return 0;
  const std::size_t full = widest - 6;
  std::size_t count = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (widths[i] < full) continue;
    ++count;
    const char32_t c = last_of(text.substr(0, lines[i].end));
    cut += is_hard_end(c) || is_soft_end(c) ? 0 : 1;
  }
  return count >= 4 && count * 10 >= lines.size() * 3 && cut * 2 >= count ? full : 0;
}

Layout look_at(std::string_view text, const std::vector<Line>& lines) {
  Layout l;
  l.believed = true;
  std::size_t indented = 0;
  std::size_t numbered = 0;
  std::size_t numbered_indented = 0;
  std::size_t numbered_spaced = 0;
  for (const Line& line : lines) {
    const bool indent = line.indent >= 2 && line.indent < 16;
    indented += indent ? 1 : 0;
    if (!indent && !line.gap) continue;
    if (numbering_length(text.substr(line.begin, line.end - line.begin)) == 0) continue;
    ++numbered;
    numbered_indented += indent ? 1 : 0;
    numbered_spaced += line.gap ? 1 : 0;
  }
  if (numbered == 0 && indented == 0) {
    l.full_width = wrap_width(text, lines);
    return l;
  }
  for (const Line& line : lines) {
    if ((line.indent < 2 || line.indent >= 16) && !line.gap) {
      numbered += numbering_length(text.substr(line.begin, line.end - line.begin)) != 0 ? 1 : 0;
    }
  }
  l.indented = (lines.size() >= 4 && indented * 10 >= lines.size() * 3) ||
               (numbered >= 3 && numbered_indented * 5 >= numbered * 4);
  l.spaced = numbered >= 3 && numbered_spaced * 5 >= numbered * 4;
  l.full_width = wrap_width(text, lines);
  return l;
}

/// The paragraph being put together. What its words hold is found once, however often it grows.
class Paragraph {
 public:
  Paragraph(std::string_view words, std::size_t line) : first(line), last(line), words_(words) {}

  void join(std::string_view words, std::size_t line) {
    if (joined_.empty()) joined_ = words_;
    joined_ += words;
    words_ = joined_;
    last = line;
  }

  [[nodiscard]] std::string_view words() const { return words_; }

  /// What was seen in the words; marks are counted that were opened and not closed.
  struct Facts {
    bool stop = false, comma = false, list = false, tab = false;
    int quotes = 0, titles = 0, brackets = 0;
    std::size_t sentence = 0;  ///< where the last one begins
    [[nodiscard]] bool open() const { return quotes > 0 || titles > 0 || brackets > 0; }
  };

  const Facts& facts() {
    const auto close = [](int& count) { count -= count > 0 ? 1 : 0; };
    for (;; seen_ += utf8::length(static_cast<unsigned char>(words_[seen_]))) {
      seen_ = utf8::skip_han(words_, seen_);
      if (seen_ >= words_.size()) break;
      switch (utf8::at(words_, seen_)) {
        case U'。':
          facts_.stop = true;
          facts_.sentence = seen_ + 3;
          break;
        case U'，':
        case U',':
          facts_.comma = true;
          break;
        case U'、':
        case U'；':
        case U';':
          facts_.list = true;
          break;
        case U'\t':
          facts_.tab = true;
          break;
        case U'“':
          ++facts_.quotes;
          break;
        case U'”':
          close(facts_.quotes);
          break;
        case U'《':
          ++facts_.titles;
          break;
        case U'》':
          close(facts_.titles);
          break;
        case U'（':
          ++facts_.brackets;
          break;
        case U'）':
          close(facts_.brackets);
          break;
        default:
          break;
      }
    }
    return facts_;
  }

  std::size_t first;  ///< the line it begins with
  std::size_t last;   ///< its last line

 private:
  std::string_view words_;
  std::string joined_;  // holds them once a line was joined
  std::size_t seen_ = 0;
  Facts facts_;
};

class Reflow {
 public:
  Reflow(std::string_view text, const std::vector<Line>& lines, bool layout,
         std::vector<Fate>& fates)
      : text_(text), lines_(lines), fates_(fates) {
    if (layout) layout_ = look_at(text, lines);
  }

  bool run() {
    fates_.assign(lines_.size(), Fate::keep);
    find_page_series();
    find_running_headers(text_, lines_, fates_);
    bool changed = false;
    std::optional<Paragraph> p;
    bool page_break = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view s = at(i);
      if (fates_[i] == Fate::furniture || is_furniture(p ? &*p : nullptr, i)) {
        fates_[i] = Fate::furniture;
        page_break = layout_.believed;
        changed = true;
        continue;
      }
      page_break = page_break || lines_[i].page;
      if (p && continues(*p, i, page_break)) {
        fates_[i] = Fate::join;
        changed = true;
        p->join(s, i);
      } else {
        sentences_ = sentences_ || (p && p->facts().stop);
        p.emplace(s, i);
      }
      page_break = false;
    }
    return changed;
  }

 private:
  std::string_view at(std::size_t i) const {
    return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
  }

  /// Bare numbers that count up by one, a page of text between them.
  void find_page_series() {
    constexpr std::size_t page_bytes = 900;
    std::size_t before = lines_.size();
    int value = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].end - lines_[i].begin > 40) continue;
      const PageNumber is = page_number(at(i));
      if (is == PageNumber::sure) fates_[i] = Fate::furniture;
      if (is != PageNumber::perhaps) continue;
      bare_numbers_ = true;
      int n = 0;
      for (const char c : at(i)) {
        if (!utf8::is_ascii_digit(static_cast<unsigned char>(c))) break;
        n = 10 * n + (c - '0');
      }
      if (before < i && n == value + 1 && lines_[i].begin - lines_[before].end >= page_bytes) {
        fates_[before] = fates_[i] = Fate::furniture;
      }
      before = i;
      value = n;
    }
  }

  /// A bare number is a page's where it cuts a sentence, or stands at a form feed.
  bool is_furniture(Paragraph* p, std::size_t i) const {
    if (!bare_numbers_ || lines_[i].end - lines_[i].begin > 40 ||
        page_number(at(i)) != PageNumber::perhaps)
      return false;
    const bool last = i + 1 == lines_.size();
    if (lines_[i].page || (!last && lines_[i + 1].page)) return true;
    return p != nullptr && !last && numbering_length(at(i + 1)) == 0 && continues(*p, i + 1, true);
  }

  bool continues(Paragraph& p, std::size_t i, bool page_break) const {
    const std::string_view s = at(i);
    const char32_t last = last_of(p.words());
    const char32_t first = utf8::at(s, 0);
    constexpr std::u32string_view orphans = U"，、。；：”）》！？";
    const bool orphan = !utf8::is_han(first) && orphans.find(first) != std::u32string_view::npos;
    const bool wrapped = layout_.full_width != 0;
    if (cuts_value(p.words(), s)) return !p.facts().tab && !contains(s, "\t");
    // Mostly a sentence has ended, or a line begins by itself, and nothing more need be asked.
    const bool hard = is_hard_end(last);
    if (hard && !orphan && !wrapped) return false;
    if (!orphan && !wrapped && begins_something(s)) return false;
    const Paragraph::Facts& has = p.facts();
    if (has.tab || contains(s, "\t")) return false;
    if (orphan) return takes_orphan(has, first) && !(hard && first == U'：');
    if (is_date_line(s) || is_closing(i)) return false;
    // Before the first sentence stand titles, and a title's lines are not joined.
    const bool told = sentences_ || has.stop || (has.comma && !ends_title(p.words()));
    if (told && wrapped && (page_break || !lines_[i].gap) && wrapped_into(p, i)) return true;
    if (hard || begins_something(s)) return false;
    if (!told) return false;
    if (clings(p.words(), s)) return true;
    if (is_form_row(p, s)) return false;
    const bool numbered = numbering_length(p.words()) != 0 && !has.stop;
    const bool flows = layout_.believed && layout_.indented && !lines_[i].gap &&
                       lines_[p.first].indent >= 2 && lines_[i].indent < 2;
    if (numbered) return has.open() || (flows && at_least(p.words(), 25) && !is_soft_end(last));
    if (is_soft_end(last)) return (page_break || flows) && has.stop && at_least(p.words(), 40);
    if (last == U'，' || last == U'、' || last == U',') return at_least(p.words(), 8);
    return at_least(p.words(), 20) && (has.comma || has.stop || has.list || has.open());
  }

  /// Words that only go on: …”|的问题, …41.|2万元, 《…办法》|（…号）.
  static bool clings(std::string_view words, std::string_view s) {
    if (starts_with_any(s, {"的", "等", "以及", "〔"})) return at_least(words, 6);
    const char before = words.back();
    if (before == '.' && words.size() > 1) {
      return utf8::is_ascii_digit(static_cast<unsigned char>(words[words.size() - 2])) &&
             utf8::is_ascii_digit(static_cast<unsigned char>(s[0]));
    }
    return ends_with_any(words, {"》"}) && starts_with_any(s, {"（"});
  }

  /// No line begins with these: what stands before was cut. Closing marks need their opening one.
  static bool takes_orphan(const Paragraph::Facts& has, char32_t first) {
    switch (first) {
      case U'”':
        return has.quotes > 0;
      case U'）':
        return has.brackets > 0;
      case U'》':
        return has.titles > 0;
      default:
        return true;
    }
  }

  /// A signature: under it a date, or nothing.
  bool is_closing(std::size_t i) const {
    if (!is_signature(at(i))) return false;
    return starts_with_any(at(i), {"中共"}) || i + 1 == lines_.size() || is_date_line(at(i + 1)) ||
           is_signature(at(i + 1));
  }

  /// Columns of a form or contact lines, which end without a full stop: 责任领导：…　责任部门：…
  static bool is_form_row(Paragraph& p, std::string_view s) {
    const Paragraph::Facts& has = p.facts();
    // Contact data inside a paragraph: 欢迎监督。联系电话：…；地址：…。
    if (has.stop && ends_with_any(s, {"。"})) return false;
    const std::size_t size = p.words().size();
    const std::string_view tail =
        p.words().substr(std::max(has.sentence, size - std::min<std::size_t>(size, 400)));
    if (contains(tail, "\u3000") || contains(s.substr(0, 60), "\u3000")) return true;
    const bool labelled = contains(tail, "：") || contains(tail, ":");
    for (const char* word : {"电话", "邮编", "邮政编码", "邮箱", "地址", "责任领导", "责任部门",
                             "责任单位", "责任人", "时限", "信箱"}) {
      if (labelled && contains(tail, word)) return true;
    }
    const std::size_t label = label_length(p.words());
    return label != 0 && !has.comma && !has.stop && item_length(p.words().substr(label)) == 0;
  }

  /// In a document that was wrapped at a fixed width: a full line goes on, unless the next one
  /// begins as paragraphs do there.
  bool wrapped_into(const Paragraph& p, std::size_t i) const {
    const Line& before = lines_[p.last];
    if (columns(at(p.last)) + before.indent < layout_.full_width) return false;
    if (layout_.indented && lines_[p.first].indent >= 2) return lines_[i].indent < 2;
    if (layout_.spaced) return true;
    const char32_t last = last_of(at(p.last));
    return !begins_something(at(i)) && (!is_hard_end(last) || last == U'；' || last == U';');
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<Fate>& fates_;
  Layout layout_;
  bool sentences_ = false;     // a paragraph before this one held one
  bool bare_numbers_ = false;  // some line may be a page number
};

}  // namespace

bool reflow(std::string_view text, const std::vector<Line>& lines, bool layout,
            std::vector<Fate>& fates) {
  return Reflow(text, lines, layout, fates).run();
}

}  // namespace noticekit

#include "text/normalize.hpp"

#include <algorithm>
#include <utility>

#include "text/drawn_table.hpp"
#include "text/markup.hpp"
#include "text/nfc.hpp"
#include "text/numbering.hpp"
#include "text/reflow.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool ends_line(Kind k) { return k == Kind::newline || k == Kind::line_end || k == Kind::form_feed; }
bool is_blank(Kind k) { return k == Kind::blank || k == Kind::wide_blank || k == Kind::tab; }
bool vanishes(Kind k) { return k == Kind::drop || k == Kind::control || k == Kind::markup; }

/// A single space stays between characters that are written with spaces: ASCII and the alphabets,
/// not Han and its punctuation.
bool takes_spaces(char32_t c) {
  const bool wide_letter =
      (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  return (c > 0x20 && c < 0x2010) || wide_letter;
}

/// Lines in the making, and the way back to the decoded text.
struct Draft {
  std::string text;
  OffsetMap map;
  std::vector<Line> lines;
};

/// Whether a table was pasted from a sheet: a heading row that begins with 序号. Tabs then part
/// cells, of which some are empty.
bool has_numbered_rows(std::string_view text) {
  constexpr std::string_view heading = "序号\t";
  const std::size_t at = text.find(heading);
  return at != std::string_view::npos && (at == 0 || text[at - 1] == '\n');
}

/// One pass over the special characters: blanks, width, markup, line ends. Everything between them
/// is copied, in pieces as large as can be.
class Fold {
 public:
  Fold(std::string_view in, const std::vector<Special>& specials, bool cells, Edits& edits,
       Draft& out)
      : in_(in), specials_(specials), cells_(cells), edits_(edits), out_(out) {}

  void run() {
    out_.text.reserve(in_.size() + 1);
    out_.lines.reserve(std::min<std::size_t>(specials_.size() + 1, 256));
    std::size_t begin = 0;
    for (std::size_t first = 0; begin < in_.size();) {
      std::size_t last = first;
      while (last < specials_.size() && !ends_line(specials_[last].kind)) ++last;
      const bool open = last == specials_.size();  // no line end at the end of the text
      const Special end = open ? Special{static_cast<std::uint32_t>(in_.size()), Kind::line_end, 0}
                               : specials_[last];
      line(begin, end, first, last);
      page_ = page_ || end.kind == Kind::form_feed;
      begin = end.at + end.size;
      first = last + 1;
    }
    flush(begin);
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  /// Copies what stands before `to` and was not copied yet.
  void flush(std::size_t to) {
    if (to <= copied_) return;
    out_.map.copy(here(), static_cast<std::uint32_t>(copied_),
                  static_cast<std::uint32_t>(to - copied_));
    out_.text.append(in_.substr(copied_, to - copied_));
    copied_ = to;
  }

  void skip(std::size_t from, std::size_t to) {
    flush(from);
    copied_ = to;
  }

  void write(std::size_t from, std::size_t to, std::string_view words) {
    flush(from);
    out_.map.replace(here(), static_cast<std::uint32_t>(from),
                     static_cast<std::uint32_t>(to - from));
    out_.text += words;
    copied_ = to;
  }

  /// Counts a special that vanishes; a row of stars is one change.
  void count(const Special& s) {
    const bool row = s.kind == Kind::markup && &s != specials_.data() &&
                     (&s)[-1].kind == Kind::markup && (&s)[-1].at + 1 == s.at;
    if (!row) ++edits_[s.kind == Kind::markup ? Edit::markup : Edit::zero_width];
  }

  void line(std::size_t line_begin, const Special& line_end, std::size_t first, std::size_t last) {
    std::size_t begin = line_begin;
    std::size_t end = line_end.at;
    const std::size_t indent = trim_start(begin, end, first, last);
    trim_end(begin, end, first, last);
    if (line_end.kind != Kind::newline && line_end.size != 0) ++edits_[Edit::line_end];
    const bool rule = begin != end && is_rule(in_.substr(begin, end - begin));
    if (begin == end || rule) {
      ++edits_[rule ? Edit::markup : Edit::blank_line];
      gap_ = gap_ || line_end.kind != Kind::form_feed;
      skip(line_begin, line_end.at + line_end.size);
      return;
    }
    skip(line_begin, begin);
    Line made;
    made.begin = here();
    made.indent = static_cast<std::uint16_t>(std::min<std::size_t>(indent, 999));
    made.gap = std::exchange(gap_, false);
    made.page = std::exchange(page_, false);
    content(end, first, last);
    made.end = static_cast<std::uint32_t>(here() + (end - copied_));
    if (line_end.kind == Kind::newline && end == line_end.at) {
      flush(end + 1);
    } else {
      write(end, line_end.at + line_end.size, "\n");
    }
    out_.lines.push_back(made);
  }

  /// Past blanks, what vanishes and quoting signs. Returns the columns of blanks.
  std::size_t trim_start(std::size_t& begin, std::size_t end, std::size_t& first,
                         std::size_t last) {
    std::size_t indent = 0;
    while (begin < end) {
      if (first < last && specials_[first].at == begin) {
        const Special& s = specials_[first];
        if (cells_ && s.kind == Kind::tab) break;  // after an empty cell
        if (is_blank(s.kind)) {
          indent += s.kind == Kind::tab ? 8 : s.size == 3 ? 2 : 1;
        } else if (vanishes(s.kind)) {
          count(s);
        } else {
          break;
        }
        begin += s.size;
        ++first;
      } else if (const std::size_t n = quoting_at(in_, begin, end); n != 0) {
        ++edits_[Edit::markup];
        begin += n;
      } else {
        break;
      }
    }
    if (indent != 0) ++edits_[Edit::space];
    return indent;
  }

  void trim_end(std::size_t begin, std::size_t& end, std::size_t first, std::size_t& last) {
    bool blank = false;
    while (last > first && end > begin) {
      const Special& s = specials_[last - 1];
      if (s.at + s.size != end || !(is_blank(s.kind) || vanishes(s.kind))) break;
      if (vanishes(s.kind)) count(s);
      blank = blank || is_blank(s.kind);
      end = s.at;
      --last;
    }
    if (blank) ++edits_[Edit::space];
  }

  /// The folds inside a trimmed line.
  void content(std::size_t end, std::size_t first, std::size_t last) {
    const std::uint32_t line_begin = here();
    for (std::size_t k = first; k < last;) {
      const Special& s = specials_[k];
      if (vanishes(s.kind)) {
        count(s);
        skip(s.at, s.at + s.size);
        ++k;
      } else if (s.kind == Kind::wide_letter) {
        const char c = static_cast<char>(utf8::at(in_, s.at) - 0xFEE0);
        write(s.at, s.at + 3, {&c, 1});
        ++edits_[Edit::width];
        ++k;
      } else if (is_blank(s.kind)) {
        k = blanks(k, last, end, line_begin);
      } else {
        ++k;
      }
    }
  }

  /// Folds a row of blanks inside a line; see Text for what remains of it. Returns the special
  /// after it.
  std::size_t blanks(std::size_t k, std::size_t last, std::size_t end, std::uint32_t line_begin) {
    const std::size_t from = specials_[k].at;
    std::size_t to = from;
    std::size_t spaces = 0;
    std::size_t tabs = 0;
    bool wide = false;
    bool pure = true;
    for (; k < last && specials_[k].at == to; ++k) {
      const Special& s = specials_[k];
      if (is_blank(s.kind)) {
        ++spaces;
        tabs += s.kind == Kind::tab ? 1 : 0;
        wide = wide || s.kind == Kind::wide_blank;
      } else if (vanishes(s.kind)) {
        count(s);
        pure = false;
      } else {
        break;
      }
      to += s.size;
    }
    flush(from);
    const std::string_view done = std::string_view(out_.text).substr(line_begin);
    std::string_view now;
    if (tabs > 0 && cells_) {
      write(from, to, std::string(tabs, '\t'));
      return k;
    }
    if (tabs > 0) {
      // A tab behind a heading's number is Word's, not a table's.
      now = numbering_length(done) == done.size() ? "" : "\t";
    } else if (wide || spaces > 1) {
      now = "\u3000";
    } else if (takes_spaces(utf8::at(done, utf8::before(done, done.size()))) && to < end &&
               takes_spaces(utf8::at(in_, to))) {
      now = " ";
    }
    if (now == in_.substr(from, to - from)) return k;  // copied with what follows
    if (pure || now != " ") ++edits_[Edit::space];
    if (now.empty()) {
      skip(from, to);
    } else {
      write(from, to, now);
    }
    return k;
  }

  std::string_view in_;
  const std::vector<Special>& specials_;
  bool cells_;
  Edits& edits_;
  Draft& out_;
  std::size_t copied_ = 0;  // of the input
  bool gap_ = false;
  bool page_ = false;
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }

/// Whether `s` ends with, or begins at `i` with, a word of letters; an address is none.
bool is_word_end(std::string_view s) {
  std::size_t i = s.size();
  while (i > 0 && is_ascii_letter(s[i - 1])) --i;
  return i < s.size() && (i == 0 || !is_visible_ascii(s[i - 1]));
}
bool is_word_start(std::string_view s, std::size_t i) {
  const std::size_t begin = i;
  while (i < s.size() && is_ascii_letter(s[i])) ++i;
  return i > begin && (i == s.size() || !is_visible_ascii(s[i]));
}

/// Carries out what reflow() decided: a new draft with fewer lines.
Draft rejoin(const Draft& old, const std::vector<Fate>& fates, Edits& edits) {
  Draft made;
  made.text.reserve(old.text.size());
  const auto here = [&] { return static_cast<std::uint32_t>(made.text.size()); };
  for (std::size_t i = 0; i < old.lines.size(); ++i) {
    const Line& line = old.lines[i];
    if (fates[i] == Fate::furniture) {
      ++edits[Edit::page_furniture];
      continue;
    }
    if (fates[i] == Fate::join) {
      ++edits[Edit::joined_line];
      made.text.pop_back();  // its line end, which stands alone at the end of the map
      made.map.forget_from(here());
      if (is_word_end(made.text) && is_word_start(old.text, line.begin)) {
        const SourceSpan gap = old.map.to_decoded(Span(line.begin, line.begin));
        made.map.replace(here(), gap.begin.value, 0);
        made.text += ' ';
      }
      made.lines.back().end = here() + (line.end - line.begin);
    } else {
      Line kept;
      kept.begin = here();
      kept.end = here() + (line.end - line.begin);
      made.lines.push_back(kept);
    }
    made.map.append(old.map, line.begin, line.end + 1, here());
    made.text.append(old.text, line.begin, line.end + 1 - line.begin);
  }
  made.map.finish(here(), {});
  return made;
}

/// A text whose line ends were lost: paragraphs stand one after the other in a very long line, told
/// by their indents alone. Each wide gap there begins a paragraph again.
void break_at_indents(std::vector<Special>& specials, std::size_t size) {
  constexpr std::size_t long_line = 1500;  // bytes: 500 characters
  constexpr std::size_t many = 4;
  std::vector<std::size_t> gaps;  // the last blank of each
  std::size_t begin = 0;
  for (std::size_t k = 0; k <= specials.size(); ++k) {
    const bool end = k == specials.size();
    if (!end && !ends_line(specials[k].kind)) {
      const bool wide = k > 0 && specials[k].kind == Kind::wide_blank &&
                        specials[k - 1].kind == Kind::wide_blank &&
                        specials[k - 1].at + specials[k - 1].size == specials[k].at;
      const bool longer = wide && !gaps.empty() && gaps.back() + 1 == k;
      if (longer) gaps.back() = k;
      if (wide && !longer && specials[k - 1].at > begin) gaps.push_back(k);
      continue;
    }
    if ((end ? size : specials[k].at) - begin >= long_line && gaps.size() >= many) {
      for (const std::size_t gap : gaps) specials[gap].kind = Kind::line_end;
    }
    gaps.clear();
    if (!end) begin = specials[k].at + specials[k].size;
  }
}

void normalize_once(Decoded& decoded, Survey& marks, const NormalizeOptions& options, bool layout,
                    Edits& edits, Draft& draft) {
  if (marks.may_need_nfc) {
    const std::uint32_t changes = compose(decoded);
    edits[Edit::nfc] += changes;
    if (changes != 0) marks = survey(decoded.utf8);
  }
  if (marks.stars) find_star_markup(decoded.utf8, marks.specials);
  if (options.reflow && layout) break_at_indents(marks.specials, decoded.utf8.size());
  const bool drawn = find_drawn_tables(decoded.utf8, marks);
  const bool cells = options.cells || drawn || has_numbered_rows(decoded.utf8);
  Fold(decoded.utf8, marks.specials, cells, edits, draft).run();
  draft.map.finish(static_cast<std::uint32_t>(draft.text.size()), {});
  std::vector<Fate> fates;
  // A join can make another one possible; what is left is what the words alone would leave.
  for (int round = 0; options.reflow && round < 8; ++round) {
    if (!reflow(draft.text, draft.lines, layout && round == 0, fates)) break;
    draft = rejoin(draft, fates, edits);
  }
}

/// For every byte of `draft` and its end, the byte of the file.
std::vector<std::uint32_t> origins(const Draft& draft, const Decoded& decoded) {
  std::vector<std::uint32_t> made(draft.text.size() + 1);
  for (std::size_t i = 0; i < made.size(); ++i) {
    const bool end = i == draft.text.size();
    const std::uint32_t at = end ? draft.map.to_decoded(Span(0, i)).end.value
                                 : draft.map.to_decoded(Span(i, i)).begin.value;
    made[i] = decoded.origin.empty() ? at + decoded.shift : decoded.origin[at];
  }
  return made;
}

}  // namespace

void normalize(Decoded& decoded, Survey marks, const NormalizeOptions& options, Text& out) {
  const bool composing = marks.may_need_nfc;
  const bool stars = marks.stars;
  Draft draft;
  normalize_once(decoded, marks, options, true, out.edits, draft);
  // What vanished may have brought together what must be composed, or the stars of a pair: rare
  // enough to do it again until nothing changes.
  const auto unsettled = [&] {
    return composing || (stars && draft.text.find('*') != std::string::npos);
  };
  for (int round = 0; round < 4 && unsettled(); ++round) {
    Decoded again;
    again.owned = draft.text;
    again.utf8 = again.owned;
    again.origin = origins(draft, decoded);
    Survey next_marks = survey(again.utf8);
    Edits edits;
    Draft next;
    normalize_once(again, next_marks, options, false, edits, next);
    if (next.text == draft.text) break;
    for (std::size_t i = 0; i < edits.counts.size(); ++i) out.edits.counts[i] += edits.counts[i];
    decoded.owned = std::move(again.owned);
    decoded.utf8 = decoded.owned;
    decoded.origin = std::move(again.origin);
    decoded.shift = 0;
    draft = std::move(next);
  }
  const auto size = static_cast<std::uint32_t>(draft.text.size());
  out.utf8 = std::move(draft.text);
  out.map = std::move(draft.map);
  out.map.finish(size, std::move(decoded.origin), decoded.shift);
}

}  // namespace noticekit

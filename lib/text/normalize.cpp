#include "text/normalize.hpp"

#include <algorithm>

#include "text/nfc.hpp"
#include "text/reflow.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// What a character is to this pass.
enum class Kind : std::uint8_t { keep, blank, wide_blank, tab, drop, star, wide_letter };

struct Look {
  Kind kind;
  std::uint8_t size;
};

/// Only a few lead bytes can begin anything but a kept character.
Look look(std::string_view s, std::size_t i) {
  const auto lead = static_cast<unsigned char>(s[i]);
  if (lead < 0x80) {
    if (lead == ' ') return {Kind::blank, 1};
    if (lead == '\t') return {Kind::tab, 1};
    if (lead == '*') return {Kind::star, 1};
    if (lead < 0x20 || lead == 0x7F) return {Kind::drop, 1};
    return {Kind::keep, 1};
  }
  const auto n = static_cast<std::uint8_t>(utf8::length(lead));
  switch (lead) {
    case 0xC2: {
      const char32_t c = utf8::at(s, i);
      if (c == 0xA0) return {Kind::blank, 2};
      if (c == 0xAD || c < 0xA0) return {Kind::drop, 2};
      return {Kind::keep, 2};
    }
    case 0xE2: {
      const char32_t c = utf8::at(s, i);
      if (c >= 0x2000 && c <= 0x200A) return {Kind::blank, 3};
      if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
          (c >= 0x2060 && c <= 0x206F)) {
        return {Kind::drop, 3};
      }
      if (c == 0x202F || c == 0x205F) return {Kind::blank, 3};
      return {Kind::keep, 3};
    }
    case 0xE3:
      return {utf8::at(s, i) == 0x3000 ? Kind::wide_blank : Kind::keep, 3};
    case 0xEF: {
      const char32_t c = utf8::at(s, i);
      if (c == 0xFEFF) return {Kind::drop, 3};
      const bool letter = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                          (c >= 0xFF41 && c <= 0xFF5A);
      return {letter ? Kind::wide_letter : Kind::keep, 3};
    }
    default:
      return {Kind::keep, n};
  }
}

bool is_word(char32_t c) { return c > 0x20 && c < 0x7F; }
bool is_alnum(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '*';
}

class Pass {
 public:
  Pass(std::string_view in, bool reflow, Text& out) : in_(in), reflow_(reflow), out_(out) {
    out_.utf8.reserve(in.size() + 1);
  }

  void run() {
    for (std::size_t begin = 0; begin < in_.size();) {
      std::size_t next = 0;
      const std::size_t end = line_end(begin, next);
      line(begin, end);
      begin = next;
    }
    if (!out_.utf8.empty()) newline(in_.size());
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.utf8.size()); }

  /// End of the physical line at `begin`, and where the next one begins.
  std::size_t line_end(std::size_t begin, std::size_t& next) {
    for (std::size_t i = begin; i < in_.size(); ++i) {
      const auto c = static_cast<unsigned char>(in_[i]);
      if (c > 0x0D && c != 0xE2 && c != 0xC2) continue;
      if (c == '\n') {
        next = i + 1;
        return i;
      }
      if (c == '\r') {
        next = i + (i + 1 < in_.size() && in_[i + 1] == '\n' ? 2 : 1);
        ++out_.edits[Edit::line_end];
        return i;
      }
      const bool feed = c == '\v' || c == '\f';
      const std::size_t wide =
          in_.substr(i, 3) == "\xE2\x80\xA8" || in_.substr(i, 3) == "\xE2\x80\xA9" ? 3
          : in_.substr(i, 2) == "\xC2\x85"                                         ? 2
                                                                                   : 0;
      if (feed || wide != 0) {
        next = i + (feed ? 1 : wide);
        ++out_.edits[Edit::line_end];
        return i;
      }
    }
    next = in_.size();
    return in_.size();
  }

  void line(std::size_t begin, std::size_t end) {
    std::size_t indent = 0;
    begin = skip_start(begin, end, indent);
    end = skip_end(begin, end);
    if (begin == end) {
      ++out_.edits[Edit::blank_line];
      return;
    }
    const std::string_view raw = in_.substr(begin, end - begin);
    if (reflow_ && is_page_number(raw)) {
      ++out_.edits[Edit::page_furniture];
      return;
    }
    if (!out_.utf8.empty()) {
      const std::string_view paragraph = std::string_view(out_.utf8).substr(paragraph_);
      if (reflow_ && continues(paragraph, raw, indent >= 16)) {
        ++out_.edits[Edit::joined_line];
      } else {
        newline(begin);
        paragraph_ = out_.utf8.size();
      }
    }
    content(begin, end);
  }

  /// Past blanks, dropped characters and markdown's quoting at the start of a line. `indent` in
  /// columns.
  std::size_t skip_start(std::size_t i, std::size_t end, std::size_t& indent) {
    while (i < end) {
      const Look l = look(in_, i);
      if (l.kind == Kind::blank || l.kind == Kind::tab) {
        indent += l.kind == Kind::tab ? 8 : 1;
      } else if (l.kind == Kind::wide_blank) {
        indent += 2;
      } else if (l.kind == Kind::drop) {
        ++out_.edits[Edit::zero_width];
      } else if ((in_[i] == '#' || in_[i] == '>') && quoting(i, end)) {
        ++out_.edits[Edit::markup];
      } else if (l.kind == Kind::star && lone_stars(i, end)) {
        ++out_.edits[Edit::markup];
        while (i + 1 < end && in_[i + 1] == '*') ++i;
      } else {
        break;
      }
      i += l.size;
    }
    if (indent != 0) ++out_.edits[Edit::space];
    return i;
  }

  /// `## 一、` and `> 1.`: the sign stands before a blank, another such sign or a heading's marker.
  bool quoting(std::size_t i, std::size_t end) const {
    const char32_t next = i + 1 < end ? utf8::at(in_, i + 1) : U' ';
    return next == U' ' || next == U'#' || next == U'>' || next == U'\u3000' ||
           (in_[i] == '>' && utf8::is_ascii_digit(next));
  }

  /// Stars that do not mask letters or digits.
  bool lone_stars(std::size_t i, std::size_t end) const {
    const char32_t before = i == 0 ? U' ' : utf8::at(in_, utf8::before(in_, i));
    std::size_t e = i;
    while (e < end && in_[e] == '*') ++e;
    const char32_t after = e < end ? utf8::at(in_, e) : U' ';
    const bool masks = is_alnum(before) && is_alnum(after);
    return !masks && (e - i >= 2 || i == 0 || in_[i - 1] == '*' || before == U'\n');
  }

  std::size_t skip_end(std::size_t begin, std::size_t end) {
    const std::size_t from = end;
    while (end > begin) {
      const std::size_t p = utf8::before(in_, end);
      const Look l = look(in_, p);
      if (l.kind == Kind::keep || l.kind == Kind::wide_letter || l.kind == Kind::star) break;
      end = p;
    }
    if (end != from) ++out_.edits[Edit::space];
    return end;
  }

  void newline(std::size_t source) {
    if (!out_.utf8.empty() && out_.utf8.back() == '\n') return;
    out_.map.replace(here(), static_cast<std::uint32_t>(source), 0);
    out_.utf8 += '\n';
  }

  /// Copies a trimmed line with folds inside.
  void content(std::size_t begin, std::size_t end) {
    std::size_t copied = begin;
    const auto flush = [&](std::size_t to) {
      out_.map.copy(here(), static_cast<std::uint32_t>(copied),
                    static_cast<std::uint32_t>(to - copied));
      out_.utf8.append(in_.substr(copied, to - copied));
    };
    for (std::size_t i = begin; i < end;) {
      const auto lead = static_cast<unsigned char>(in_[i]);
      if ((lead > 0x2A && lead < 0x7F) || (lead > 0xE3 && lead < 0xEF)) {  // nearly all text
        i += lead < 0x7F ? 1 : 3;
        continue;
      }
      const Look l = look(in_, i);
      switch (l.kind) {
        case Kind::keep:
          i += l.size;
          break;
        case Kind::drop:
          flush(i);
          ++out_.edits[Edit::zero_width];
          copied = i += l.size;
          break;
        case Kind::wide_letter: {
          flush(i);
          const char32_t c = utf8::at(in_, i);
          out_.map.replace(here(), static_cast<std::uint32_t>(i), 3);
          out_.utf8 += static_cast<char>(c - 0xFEE0);
          ++out_.edits[Edit::width];
          copied = i += 3;
          break;
        }
        case Kind::star: {
          std::size_t e = i;
          while (e < end && in_[e] == '*') ++e;
          if (lone_stars(i, end)) {
            flush(i);
            ++out_.edits[Edit::markup];
            copied = e;
          }
          i = e;
          break;
        }
        default: {
          flush(i);
          copied = i = blanks(i, end);
        }
      }
    }
    flush(end);
  }

  /// Folds a run of blanks inside a line; returns its end. See Text for what remains of it.
  std::size_t blanks(std::size_t i, std::size_t end) {
    const std::size_t begin = i;
    bool tab = false;
    bool wide = false;
    std::size_t count = 0;
    while (i < end) {
      const Look l = look(in_, i);
      if (l.kind == Kind::tab) {
        tab = true;
      } else if (l.kind == Kind::wide_blank) {
        wide = true;
      } else if (l.kind != Kind::blank && l.kind != Kind::drop) {
        break;
      }
      count += l.kind == Kind::drop ? 0 : 1;
      i += l.size;
    }
    const auto source = static_cast<std::uint32_t>(begin);
    const auto size = static_cast<std::uint32_t>(i - begin);
    const std::string_view was = in_.substr(begin, size);
    std::string_view now;
    if (tab) {
      now = "\t";
    } else if (wide || count > 1) {
      now = "\u3000";
    } else {
      std::size_t e = i;  // stars that will go do not make words neighbours
      while (e < end && in_[e] == '*') ++e;
      const char32_t before =
          out_.utf8.empty() ? U' ' : utf8::at(out_.utf8, utf8::before(out_.utf8, out_.utf8.size()));
      now = is_word(before) && e < end && is_word(utf8::at(in_, e)) ? " " : "";
    }
    if (now == was) {
      out_.map.copy(here(), source, size);
    } else {
      ++out_.edits[Edit::space];
      if (!now.empty()) out_.map.replace(here(), source, size);
    }
    out_.utf8 += now;
    return i;
  }

  std::string_view in_;
  bool reflow_;
  Text& out_;
  std::size_t paragraph_ = 0;  // where the last paragraph begins in the output
};

}  // namespace

void normalize(Decoded& decoded, const NormalizeOptions& options, Text& out) {
  if (may_need_nfc(decoded.utf8)) out.edits[Edit::nfc] = compose(decoded);
  Pass(decoded.utf8, options.reflow, out).run();
  if (decoded.shift != 0 && decoded.origin.empty()) {
    // Only a byte order mark: the same bytes, some places further on.
    decoded.origin.resize(decoded.utf8.size() + 1);
    for (std::size_t i = 0; i < decoded.origin.size(); ++i) {
      decoded.origin[i] = static_cast<std::uint32_t>(i + decoded.shift);
    }
  }
  out.map.finish(static_cast<std::uint32_t>(out.utf8.size()), std::move(decoded.origin));
}

}  // namespace noticekit

#include "noticekit/outline.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "outline/marker.hpp"
#include "outline/read_outline.hpp"

namespace noticekit {
namespace {

/// Nests headings: each hangs under the nearest earlier one of a higher class (smaller rank).
class Nesting {
 public:
  explicit Nesting(Outline& out) : out_(out) {}

  void add(Heading heading) {
    while (!open_.empty() && out_.headings[open_.back()].rank >= heading.rank) open_.pop_back();
    heading.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back());
    heading.level = static_cast<std::uint8_t>(open_.size() + 1);
    check_sequence(heading);
    run_[heading.rank] = heading.ordinal;
    open_.push_back(out_.headings.size());
    out_.headings.push_back(heading);
    last_ordinal_.push_back({});
  }

  /// A paragraph without a number. Numbers may begin anew after an article, a chapter or a section,
  /// and inside them after a line that announces a list (有下列情形之一的：). Elsewhere a second
  /// 1、 under the same heading is worth a note, whatever announces it.
  void pass(std::string_view line) {
    const bool division = read_division(line).has_value();
    in_law_ = in_law_ || division;
    const bool announces =
        line.size() >= 3 && (line.back() == ':' || line.substr(line.size() - 3) == "：");
    if (division || (in_law_ && announces)) ++scope_;
  }

 private:
  /// Numbers are kept as printed; where they do not follow on, that is noted.
  void check_sequence(const Heading& heading) {
    auto& last =
        heading.parent < 0 ? top_ordinal_ : last_ordinal_[static_cast<std::size_t>(heading.parent)];
    std::int32_t& previous = last.by_rank[heading.rank];
    std::int32_t& scope = last.scope[heading.rank];
    const bool other_list = scope != scope_;
    const bool anew = heading.ordinal == 1 && other_list;
    // Numbers that run on through the headings above them: 一、1. 2. 二、3. 4.
    const bool runs_on = previous == 0 && heading.ordinal == run_[heading.rank] + 1;
    scope = scope_;
    if (heading.ordinal != previous + 1 && !anew && !runs_on) {
      if (heading.ordinal > previous || other_list) {
        note("numbering_gap", heading, "a number before this one is missing; kept as printed");
      } else if (heading.ordinal == previous) {
        note("numbering_repeat", heading, "the number before this one again; kept as printed");
      } else {
        note("numbering_restart", heading,
             "numbering starts again under the same heading; kept as printed");
      }
    }
    previous = heading.ordinal;
  }

  void note(const char* kind, const Heading& heading, const char* hint) {
    out_.defects.push_back({kind, heading.marker, hint});
  }

  struct Ordinals {
    std::int32_t by_rank[5] = {};
    std::int32_t scope[5] = {};  // where the last number of each rank stood
  };
  Outline& out_;
  std::vector<std::size_t> open_;
  std::vector<Ordinals>
      last_ordinal_;  // by heading: the last number of each rank among its children
  Ordinals top_ordinal_;
  std::int32_t run_[5] = {};  // the last number of each rank anywhere
  std::int32_t scope_ = 0;
  bool in_law_ = false;
};

std::size_t skip_blanks(std::string_view s, std::size_t at) {
  while (at < s.size()) {
    if (s[at] == ' ' || s[at] == '\t') {
      ++at;
    } else if (s.substr(at, 3) == "\u3000") {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

/// The names of attachments below a text, of which all but the first may begin a line:
/// 附件：1.整改台账↵2.制度目录. They are no headings.
class Attachments {
 public:
  /// Whether `line`, which follows the one asked for last, is such a name.
  bool names_one(std::string_view line, const std::optional<Marker>& marker) {
    for (const std::string_view word : {"附件", "附表", "附"}) {
      if (!line.starts_with(word)) continue;
      std::size_t at = word.size();
      if (line.substr(at, 3) != "：" && line.substr(at, 1) != ":") continue;
      at = skip_blanks(line, at + (line[at] == ':' ? 1 : 3));
      const auto first = read_marker(line.substr(at));
      next_ = at == line.size() ? 1 : first && first->rank >= 3 && first->ordinal == 1 ? 2 : 0;
      return false;
    }
    const bool one =
        next_ != 0 && marker && marker->rank >= 3 && marker->ordinal == next_ && may_be_name(line);
    next_ = one ? next_ + 1 : 0;
    return one;
  }

 private:
  /// No sentence, and no problem with its answer below it.
  static bool may_be_name(std::string_view line) {
    constexpr std::size_t most = 240;  // bytes: eighty characters
    const std::size_t stop = line.find("。");
    return line.size() <= most && (stop == std::string_view::npos || stop + 3 == line.size()) &&
           !line.ends_with("问题");
  }

  std::int32_t next_ = 0;  ///< the number of the next name; 0 outside such a list
};

}  // namespace

Outline outline(const Text& text) { return read_outline(text.utf8, Signs(text.utf8)); }

Outline read_outline(std::string_view all, const Signs& signs) {
  Outline out;
  Nesting nesting(out);
  Attachments attachments;
  out.headings.reserve(all.size() / 256 + 8);
  out.blocks.reserve(all.size() / 128 + 8);
  const Sign* sign = signs.first();
  for (std::size_t begin = 0; begin < all.size();) {
    while (!sign->is(Sign::line_end)) ++sign;
    const std::size_t end = sign->at;
    const std::size_t next = std::min(end + 1, all.size());
    ++sign;
    const std::string_view line = all.substr(begin, end - begin);
    const auto marker = read_marker(line);
    if (!attachments.names_one(line, marker) && marker &&
        skip_blanks(line, marker->length) < line.size()) {
      const std::size_t from = skip_blanks(line, marker->length);
      const std::size_t stop = heading_end(signs, {begin + from, end}) - begin;
      Heading h;
      h.rank = marker->rank;
      h.ordinal = marker->ordinal;
      h.marker = {begin, begin + marker->length};
      h.text = {begin + from, begin + stop};
      h.line = {begin, end};
      nesting.add(h);
      const auto index = static_cast<std::int32_t>(out.headings.size() - 1);
      std::size_t cut =
          begin + stop + (stop < line.size() ? 3 : 0);  // the 。 goes with the heading
      if (cut >= end) cut = next;
      out.blocks.push_back({index, {begin, cut}, Role::heading});
      if (cut < next) out.blocks.push_back({index, {cut, next}, Role::other});
    } else {
      nesting.pass(line);
      const auto index = static_cast<std::int32_t>(out.headings.size()) - 1;
      out.blocks.push_back({index, {begin, next}, Role::other});
    }
    begin = next;
  }
  return out;
}

}  // namespace noticekit

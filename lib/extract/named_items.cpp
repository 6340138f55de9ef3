#include "extract/named_items.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/at.hpp"
#include "extract/numeral.hpp"
#include "extract/status.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Bytes of the first of `words` that stands at `i`; 0 where none does.
template <class Words>
std::size_t first_of(std::string_view s, std::size_t i, const Words& words) {
  for (const std::string_view word : words) {
    if (stands(s, i, word)) return word.size();
  }
  return 0;
}

constexpr std::string_view joiners[] = {"、", "和", "及", "与"};
constexpr std::string_view ranges[] = {"至", "到", "-", "—", "～", "~"};
constexpr std::string_view counters[] = {"项", "个", "条", "点", "类"};
constexpr std::string_view things[] = {"反馈问题", "整改任务", "整改事项", "问题",
                                       "任务",     "事项",     "整改"};

struct ItemNumber {
  std::int32_t value = 0;
  std::uint8_t rank = 0;
  std::size_t end = 0;
};

/// 3, 三, 第3, （三）, (3)
std::optional<ItemNumber> item_number(std::string_view s, std::size_t i) {
  if (stands(s, i, "第")) i += 3;
  const std::size_t open = stands(s, i, "（") ? 3 : stands(s, i, "(") ? 1 : 0;
  i += open;
  const bool arabic = is_digit(s, i);
  const auto n = read_plain_numeral(s.substr(std::min(i, s.size())));
  if (!n || n->value.places != 0 || n->value.units < 1 || n->value.units > 99) return std::nullopt;
  i += n->length;
  if (open == 0) return ItemNumber{static_cast<std::int32_t>(n->value.units), 0, i};
  const std::size_t close = stands(s, i, "）") ? 3 : stands(s, i, ")") ? 1 : 0;
  if (close == 0) return std::nullopt;
  const std::uint8_t rank = arabic ? 4 : 2;
  return ItemNumber{static_cast<std::int32_t>(n->value.units), rank, i + close};
}

/// The numbers that a clause begins with, and the words that say what they count: its end, 0 where
/// there are none. Without 第 or brackets a number is no name: 3项.
std::size_t item_list(std::string_view s, std::size_t i, NamedItems& out) {
  const bool ordinal = stands(s, i, "第");
  for (;;) {
    const auto n = item_number(s, i);
    if (!n || (!out.numbers.empty() && n->rank != out.rank)) return 0;
    if (n->rank == 0 && !ordinal) return 0;
    out.rank = n->rank;
    out.numbers.push_back(n->value);
    i = n->end;
    if (const std::size_t to = first_of(s, i, ranges); to != 0) {
      const auto last = item_number(s, i + to);
      if (!last || last->rank != n->rank || last->value <= n->value) return 0;
      for (std::int32_t k = n->value + 1; k <= last->value; ++k) out.numbers.push_back(k);
      i = last->end;
    }
    const std::size_t join = first_of(s, i, joiners);
    if (join == 0) break;
    i += join;
  }
  const std::size_t counter = first_of(s, i, counters);
  const std::size_t thing = first_of(s, i + counter, things);
  out.problems = thing != 0;
  return counter + thing == 0 ? 0 : i + counter + thing;
}

/// Where the list of a clause begins: after the date, 其中 and 以上; nothing where there is none.
std::optional<std::size_t> list_begins(const Reading& r, Span clause) {
  const Stretch letters = r.letters(clause);
  const auto time = r.rules.status_cues.match_as(letters, 0, "time");
  const std::size_t from = time ? time->end : 0;
  const Stretch rest = r.letters({clause.begin.value + from, clause.end.value});
  const auto hit = r.rules.status_cues.match_as(rest, 0, "items");
  if (!hit) return std::nullopt;
  return from + utf8::before(r.view({clause.begin.value + from, clause.end.value}), hit->end);
}

/// Whether the numbers may be those of a finding's own measures.
bool may_count_measures(const NamedItems& items, const Finding& f) {
  const auto listed = std::count_if(f.measures.begin(), f.measures.end(),
                                    [](const Measure& m) { return m.marker.has_value(); });
  return items.rank == 0 && !items.problems &&
         *std::max_element(items.numbers.begin(), items.numbers.end()) <= listed;
}

/// The finding's own numbered heading; null where it has none.
const Heading* own_heading(const Reading& r, const Finding& f) {
  const std::int32_t n = r.lines[r.line_at(f.extent.begin.value)].heading;
  if (n < 0) return nullptr;
  const Heading& h = r.heading(static_cast<std::uint32_t>(n));
  return h.line.begin <= f.problem.begin && f.problem.end <= h.line.end ? &h : nullptr;
}

/// Findings that stand one after another under the same heading: [first, last].
struct Group {
  std::size_t first, last;
};

/// Gives statuses to the findings of one document by number.
class Settling {
 public:
  Settling(const Reading& r, std::vector<Finding>& findings) : r_(r), findings_(findings) {}

  void read(const Group& group, Span region) {
    for (std::uint32_t at = region.begin.value; at < region.end.value;) {
      const std::uint32_t end = r_.signs.next(at, sentence_ends, region.end.value);
      const std::vector<NamedItems> told = named_items(r_, trimmed(r_.text, {at, end}));
      std::vector<std::pair<std::size_t, const Status*>> all;
      bool known = true;
      for (const NamedItems& items : told) {
        known = known && !may_count_measures(items, findings_[group.last]);
        for (const std::int32_t number : items.numbers) {
          const std::size_t before = all.size();
          for (const std::size_t f : findings_named(group, items.rank, number))
            all.emplace_back(f, &items.status);
          known = known && all.size() > before;
        }
      }
      for (const auto& [f, status] : all) {
        if (known && findings_[f].status.basis == StatusBasis::unclear)
          findings_[f].status = *status;
      }
      at = end < region.end.value ? r_.signs.from(end)->end() : end;
    }
  }

 private:
  [[nodiscard]] std::vector<std::size_t> findings_named(const Group& group, std::uint8_t rank,
                                                        std::int32_t number) const {
    std::vector<std::size_t> out;
    for (std::size_t f = group.first; f <= group.last; ++f) {
      const Heading* own = own_heading(r_, findings_[f]);
      const auto position = static_cast<std::int32_t>(f - group.first + 1);
      const bool counted = own != nullptr
                               ? own->ordinal == number && (rank == 0 || own->rank == rank)
                               : rank == 0 && position == number;
      if (counted) out.push_back(f);
    }
    if (!out.empty() || rank == 0) return out;
    // （三） names a group of findings, beside that in which this is said.
    const auto& path = findings_[group.last].path;
    const auto beside = std::find_if(path.begin(), path.end(),
                                     [&](std::uint32_t i) { return r_.heading(i).rank == rank; });
    if (beside == path.end()) return out;
    const auto depth = static_cast<std::size_t>(beside - path.begin());
    for (std::size_t f = 0; f < findings_.size(); ++f) {
      const auto& p = findings_[f].path;
      if (p.size() > depth && std::equal(path.begin(), beside, p.begin()) &&
          r_.heading(p[depth]).rank == rank && r_.heading(p[depth]).ordinal == number)
        out.push_back(f);
    }
    return out;
  }

  const Reading& r_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::vector<NamedItems> named_items(const Reading& r, Span sentence) {
  std::vector<NamedItems> out;
  const std::uint32_t stop = sentence.end.value;
  for (std::uint32_t at = sentence.begin.value; at < stop;) {
    const auto begins = list_begins(r, {at, stop});
    NamedItems items;
    const std::size_t end = begins ? item_list(r.view({at, stop}), *begins, items) : 0;
    if (end == 0) return {};
    const auto from = at + static_cast<std::uint32_t>(end);
    // The status goes on to the clause that names others.
    std::uint32_t to = r.signs.next(from, Sign::comma, stop);
    while (to < stop) {
      const std::uint32_t next = r.signs.from(to)->end();
      if (list_begins(r, {next, stop})) break;
      to = r.signs.next(next, Sign::comma, stop);
    }
    const auto said = plain_status(r, {from, to});
    if (!said) return {};
    items.status = {said->value, StatusBasis::derived, Span{at, to}};
    out.push_back(std::move(items));
    at = to < stop ? r.signs.from(to)->end() : stop;
  }
  return out;
}

Span without_named_items(const Reading& r, Span words) {
  Span all = trimmed(r.text, words);
  Span left = words;
  bool problems = false;
  for (;;) {
    const std::uint32_t from = r.signs.after_last(all.begin.value, all.end.value, sentence_ends);
    const auto told = from == all.begin.value
                          ? std::vector<NamedItems>{}
                          : named_items(r, trimmed(r.text, {from, all.end.value}));
    if (told.empty()) return left;
    problems = problems || told.front().problems;
    if (problems || r.text[from - 1] == '\n') left.end = TextOffset(from);
    all = trimmed(r.text, {all.begin.value, from});
  }
}

void settle_named_items(const Reading& r, std::vector<Finding>& findings) {
  Settling settling(r, findings);
  for (std::size_t first = 0; first < findings.size();) {
    std::size_t last = first;
    while (last + 1 < findings.size() && findings[last + 1].path == findings[first].path) ++last;
    const Finding& end = findings[last];
    if (!end.path.empty()) {
      const Heading& h = r.heading(end.path.back());
      if (h.text.end < findings[first].extent.begin)
        settling.read({first, last}, {h.text.end, findings[first].extent.begin});
    }
    settling.read({first, last}, {end.problem.end, end.extent.end});
    first = last + 1;
  }
}

}  // namespace noticekit

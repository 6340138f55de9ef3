#include "text/phrase_gate.hpp"

#include <array>

#include "text/phrase.hpp"
#include "text/phrase_letters.hpp"
#include "text/phrase_patterns.hpp"

namespace noticekit {
namespace {

/// Characters with which a number may begin. 万 and 亿 only carry one on.
class NumberSigns {
 public:
  NumberSigns() {
    for (const char16_t c :
         std::u16string_view(u"0123456789〇零○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十百千"))
      bits_[c / 64] |= std::uint64_t{1} << c % 64;
  }
  [[nodiscard]] bool has(char16_t c) const { return (bits_[c / 64] >> c % 64 & 1) != 0; }

 private:
  std::array<std::uint64_t, 65536 / 64> bits_{};
};

/// A candidate of any kind: the kind in the high bits of its pattern.
constexpr unsigned kind_shift = 24;

}  // namespace

struct PhraseGate::Tables {
  NumberSigns numbers;
  /// Letters that begin a pattern, or a number, by the one that follows. Most places end here, so
  /// it is small enough for the first cache.
  std::array<std::uint64_t, 1024> pairs{};
  phrase::Tree tree;
  std::size_t kinds = 0;

  void add(std::size_t kind, const phrase::Ways& ways) {
    for (std::size_t n = 0; n < ways.size(); ++n) {
      if (!ways[n]) continue;
      for (const phrase::Path& path : *ways[n]) note_beginning(path);
      tree.add(static_cast<std::uint32_t>(kind << kind_shift | n), *ways[n]);
    }
  }
  [[nodiscard]] bool may_begin(char16_t first, char16_t second) const {
    return (pairs[first % 1024] >> second % 64 & 1) != 0;
  }
  void open(char16_t first) { pairs[first % 1024] = ~std::uint64_t{0}; }

 private:
  void note_beginning(const phrase::Path& path) {
    if (path.letters[0] == phrase::Path::a_numeral) return;  // all numerals are open
    if (path.size < 2) return open(path.letters[0]);
    std::uint64_t& seconds = pairs[path.letters[0] % 1024];
    if (path.letters[1] != phrase::Path::a_numeral) {
      seconds |= std::uint64_t{1} << path.letters[1] % 64;
    } else {
      for (const char16_t c : phrase::numeral_characters) seconds |= std::uint64_t{1} << c % 64;
    }
  }
};

PhraseGate::PhraseGate(const std::vector<PhraseSet*>& sets) {
  auto tables = std::make_shared<Tables>();
  for (PhraseSet* const set : sets) {
    const GateWays joined = set->join_gate(tables->kinds);
    tables->add(tables->kinds++, joined.phrases);
    tables->add(tables->kinds++, joined.exclusions);
  }
  tables->tree.finish();
  for (std::uint32_t c = 0; c < 0xFFFF; ++c) {
    const auto unit = static_cast<char16_t>(c);
    if (tables->numbers.has(unit) || phrase::is_numeral(unit)) tables->open(unit);
  }
  tables_ = std::move(tables);
}

void PhraseGate::mark(const Letters& letters, PhraseMarks& marks) const {
  marks.candidates_.clear();
  marks.numerals_.clear();
  marks.begin_.assign(1, 0);
  if (!tables_) return;
  const Tables& t = *tables_;
  const Stretch text = letters.all();
  const auto places = std::make_unique_for_overwrite<std::uint32_t[]>(text.end + 1);
  std::uint32_t* end = places.get();
  for (std::uint32_t at = 0; at < text.end; ++at) {
    *end = at;  // in any case: what stands next in a text can not be foretold
    end += t.may_begin(text.units[at], text.units[at + 1]);
  }
  std::vector<PhraseMarks::Candidate> found;
  found.reserve(static_cast<std::size_t>(end - places.get()) * 2);
  marks.begin_.assign(t.kinds + 1, 0);
  for (const std::uint32_t* p = places.get(); p != end; ++p) {
    const std::uint32_t at = *p;
    if (phrase::inside_number(text, at)) continue;
    if (t.numbers.has(text.units[at])) marks.numerals_.push_back(at);
    t.tree.each(text, at, [&](std::uint32_t pattern, const phrase::Entry& entry) {
      found.push_back({at, pattern, entry});
      ++marks.begin_[(pattern >> kind_shift) + 1];
      return false;
    });
  }
  for (std::size_t k = 1; k <= t.kinds; ++k) marks.begin_[k] += marks.begin_[k - 1];
  marks.candidates_.resize(found.size());
  auto next = marks.begin_;
  for (const PhraseMarks::Candidate& c : found) {
    constexpr std::uint32_t number = (std::uint32_t{1} << kind_shift) - 1;
    marks.candidates_[next[c.pattern >> kind_shift]++] = {c.at, c.pattern & number, c.entry};
  }
}

}  // namespace noticekit

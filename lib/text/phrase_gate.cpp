#include "text/phrase_gate.hpp"

#include <array>
#include <bit>

#include "text/phrase.hpp"
#include "text/phrase_steps.hpp"

namespace noticekit {

struct PhraseGate::Tables {
  std::bitset<65536> alone;  ///< first characters that anything may follow
  std::bitset<65536> pairs;  ///< first two characters, hashed
  std::array<std::uint32_t, 65536> sets_alone{};
  std::array<std::uint32_t, 65536> sets_pairs{};
};

PhraseGate::PhraseGate(const std::vector<const PhraseSet*>& sets) : sets_(sets.size()) {
  auto tables = std::make_shared<Tables>();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::uint32_t bit = std::uint32_t{1} << i;
    for (const auto& [first, second] : sets[i]->beginnings()) {
      if (second == 0) {
        tables->alone.set(first & 0xFFFF);
        tables->sets_alone[first & 0xFFFF] |= bit;
      } else {
        tables->pairs.set(phrase::pair_bit(first, second));
        tables->sets_pairs[phrase::pair_bit(first, second)] |= bit;
      }
    }
  }
  tables_ = std::move(tables);
}

void PhraseGate::mark(std::string_view text, PhraseMarks& marks) const {
  marks.of_set.resize(sets_);
  for (auto& m : marks.of_set) m.clear();
  if (!tables_) return;
  const Tables& t = *tables_;
  for (phrase::Steps steps(text, 0); steps.more(); steps.next()) {
    const std::size_t first = steps.first() & 0xFFFF;
    const std::size_t pair = phrase::pair_bit(steps.first(), steps.second());
    const bool alone = t.alone[first];
    const bool paired = t.pairs[pair];
    if (!alone && !paired) continue;
    std::uint32_t sets = (alone ? t.sets_alone[first] : 0) | (paired ? t.sets_pairs[pair] : 0);
    for (; sets != 0; sets &= sets - 1) {
      marks.of_set[static_cast<std::size_t>(std::countr_zero(sets))].push_back(
          static_cast<std::uint32_t>(steps.at()));
    }
  }
}

}  // namespace noticekit

#include "text/phrase_gate.hpp"

#include <array>
#include <bitset>

#include "text/phrase.hpp"
#include "text/phrase_steps.hpp"

namespace noticekit {

struct PhraseGate::Tables {
  std::bitset<65536> alone;  ///< first characters that anything may follow
  std::bitset<65536> pairs;  ///< first two characters, hashed
  std::array<std::uint32_t, 65536> sets_alone{};
  std::array<std::uint32_t, 65536> sets_pairs{};
};

PhraseGate::PhraseGate(const std::vector<const PhraseSet*>& sets) {
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
  marks.places.clear();
  if (!tables_) return;
  marks.places.reserve(text.size() / 12);
  const Tables& t = *tables_;
  for (phrase::Steps steps(text, 0); steps.more(); steps.next()) {
    const std::size_t first = steps.first() & 0xFFFF;
    const std::size_t pair = phrase::pair_bit(steps.first(), steps.second());
    std::uint32_t sets = 0;
    if (t.alone[first]) sets = t.sets_alone[first];
    if (t.pairs[pair]) sets |= t.sets_pairs[pair];
    if (sets != 0) marks.places.push_back({static_cast<std::uint32_t>(steps.at()), sets});
  }
}

}  // namespace noticekit

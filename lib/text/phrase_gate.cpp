#include "text/phrase_gate.hpp"

#include <array>
#include <bitset>

#include "text/phrase.hpp"
#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// A bit of 65,536 for two characters: many pairs share one, so a set bit means "look closer".
std::size_t pair_bit(char32_t first, char32_t second) {
  return (first * 31 + second * 7919) & 0xFFFF;
}

}  // namespace

struct PhraseGate::Tables {
  std::bitset<65536> firsts;                      ///< first characters
  std::bitset<65536> pairs;                       ///< first two characters, hashed
  std::array<std::uint32_t, 65536> sets_alone{};  ///< by a first that anything may follow
  std::array<std::uint32_t, 65536> sets_pairs{};

  void add(char32_t first, char32_t second, std::uint32_t sets) {
    firsts.set(first & 0xFFFF);
    if (second == 0) {
      sets_alone[first & 0xFFFF] |= sets;
    } else {
      pairs.set(pair_bit(first, second));
      sets_pairs[pair_bit(first, second)] |= sets;
    }
  }
};

PhraseGate::PhraseGate(const std::vector<const PhraseSet*>& sets) {
  auto tables = std::make_shared<Tables>();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (const auto& [first, second] : sets[i]->beginnings())
      tables->add(first, second, std::uint32_t{1} << i);
  }
  for (const char32_t c : U"0123456789〇零○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十百千") {
    if (c != 0) tables->add(c, 0, PhraseMarks::numeral);
  }
  tables_ = std::move(tables);
}

void PhraseGate::mark(std::string_view text, PhraseMarks& marks) const {
  marks.places.clear();
  if (!tables_) return;
  marks.places.reserve(text.size() / 8);
  const Tables& t = *tables_;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t first = phrase::folded(text, at);
    if (!t.firsts[first & 0xFFFF] && utf8::is_han_lead(static_cast<unsigned char>(text[at]))) {
      at += 3;  // most of the text
      continue;
    }
    const std::size_t next = at + utf8::length(static_cast<unsigned char>(text[at]));
    if (t.firsts[first & 0xFFFF]) {
      const std::size_t pair = pair_bit(first, phrase::folded(text, next));
      std::uint32_t sets = t.sets_alone[first & 0xFFFF];
      if (t.pairs[pair]) sets |= t.sets_pairs[pair];
      if (sets != 0) marks.places.push_back({static_cast<std::uint32_t>(at), sets});
    }
    at = next;
    if (!utf8::is_ascii_digit(first)) continue;
    while (at < text.size() && utf8::is_ascii_digit(static_cast<unsigned char>(text[at])))
      ++at;  // nothing begins inside a number
  }
}

}  // namespace noticekit

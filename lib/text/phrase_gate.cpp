#include "text/phrase_gate.hpp"

#include <array>
#include <bit>
#include <bitset>

#include "text/phrase.hpp"
#include "text/phrase_letters.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

using phrase::Letter;
using phrase::letter;

/// A number below 65,536 for two characters: some pairs share one, which costs a look in vain.
std::size_t pair_number(char32_t first, char32_t second) {
  return (first * 0x9E3779B1U + second * 0x85EBCA6BU) >> 16;
}

constexpr std::uint32_t numeral_bit = std::uint32_t{1} << PhraseMarks::numeral;
constexpr std::uint32_t carries_on = std::uint32_t{1} << PhraseMarks::carries_on;

struct Place {
  std::uint32_t at;
  std::uint32_t kinds;  ///< a bit for each
};

}  // namespace

/// Small enough for the first cache, but for `of_pair`, which few places look at.
struct PhraseGate::Tables {
  std::array<std::uint32_t, 4096> alone{};  ///< kinds by a first character that anything may follow
  std::array<std::uint32_t, 4096> after_numeral{};  ///< by what follows a numeral
  std::uint32_t numeral_alone = 0;                  ///< kinds of a numeral that anything may follow
  std::bitset<65536> pairs;
  std::array<std::uint32_t, 16384> of_pair{};  ///< kinds by first two characters

  void add(const PhraseBeginning& b, std::uint32_t kinds) {
    if (b.first == PhraseBeginning::a_numeral) {
      if (b.second == 0) {
        numeral_alone |= kinds;
      } else {
        after_numeral[b.second & 0xFFF] |= kinds;
      }
    } else if (b.second == 0) {
      alone[b.first & 0xFFF] |= kinds;
    } else {
      const std::size_t pair = pair_number(b.first, b.second);
      pairs.set(pair);
      of_pair[pair & 0x3FFF] |= kinds;
    }
  }
  [[nodiscard]] bool may_begin(char32_t first, char32_t second) const {
    return alone[first & 0xFFF] != 0 || pairs[pair_number(first, second)];
  }
  [[nodiscard]] std::uint32_t kinds(char32_t first, char32_t second) const {
    const std::size_t pair = pair_number(first, second);
    return alone[first & 0xFFF] | (pairs[pair] ? of_pair[pair & 0x3FFF] : 0);
  }
  [[nodiscard]] std::uint32_t numeral_kinds(std::string_view text, std::size_t at) const {
    const std::size_t n = phrase::numeral_length(text, at);
    if (n == 0) return 0;
    return numeral_alone | after_numeral[phrase::folded(text, at + n) & 0xFFF];
  }
};

PhraseGate::PhraseGate(const std::vector<const PhraseSet*>& sets) {
  auto tables = std::make_shared<Tables>();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i] == nullptr) continue;
    for (const PhraseBeginning& b : sets[i]->beginnings()) tables->add(b, std::uint32_t{1} << i);
  }
  constexpr std::u32string_view numbers =
      U"0123456789〇零○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十百千";
  for (const char32_t c : numbers) tables->add({c, 0}, numeral_bit);
  // These only carry a numeral on; phrases that begin with {n} may begin with them all the same.
  for (const char32_t c : std::u32string_view(U"万亿")) tables->add({c, 0}, carries_on);
  tables_ = std::move(tables);
}

void PhraseGate::mark(std::string_view text, PhraseMarks& marks) const {
  marks.places_.clear();
  marks.begin_.fill(0);
  if (!tables_) return;
  const Tables& t = *tables_;
  std::vector<Place> places;
  places.reserve(text.size() / 8);
  Letter first = letter(text, 0);
  for (std::size_t at = 0; at < text.size();) {
    const Letter second = letter(text, first.end);
    if (!t.may_begin(first.folded, second.folded)) {  // most of the text
      at = first.end;
      first = second;
      continue;
    }
    std::uint32_t kinds = t.kinds(first.folded, second.folded);
    if ((kinds & (numeral_bit | carries_on)) != 0) kinds |= t.numeral_kinds(text, at);
    kinds &= ~carries_on;
    if (kinds != 0) places.push_back({static_cast<std::uint32_t>(at), kinds});
    at = first.end;
    first = second;
    if ((kinds & numeral_bit) == 0 ||
        !utf8::is_ascii_digit(static_cast<unsigned char>(text[at - 1])))
      continue;
    while (at < text.size() && utf8::is_ascii_digit(static_cast<unsigned char>(text[at])))
      ++at;  // nothing begins inside a number
    first = letter(text, at);
  }
  for (const Place& p : places) {
    for (std::uint32_t rest = p.kinds; rest != 0; rest &= rest - 1)
      ++marks.begin_[static_cast<std::size_t>(std::countr_zero(rest)) + 1];
  }
  for (std::size_t k = 1; k <= PhraseMarks::kinds; ++k) marks.begin_[k] += marks.begin_[k - 1];
  marks.places_.resize(marks.begin_[PhraseMarks::kinds]);
  auto next = marks.begin_;
  for (const Place& p : places) {
    for (std::uint32_t rest = p.kinds; rest != 0; rest &= rest - 1)
      marks.places_[next[static_cast<std::size_t>(std::countr_zero(rest))]++] = p.at;
  }
}

}  // namespace noticekit

#include "text/phrase_gate.hpp"

#include <array>
#include <bit>

#include "text/phrase.hpp"
#include "text/phrase_letters.hpp"

namespace noticekit {
namespace {

constexpr std::uint32_t numeral_bit = std::uint32_t{1} << PhraseMarks::numeral;
constexpr std::uint32_t carries_on = std::uint32_t{1} << PhraseMarks::carries_on;

/// Some pairs share a number, which costs a look in vain.
std::size_t pair_number(char16_t first, char16_t second) {
  return (first * 0x9E3779B1U + second * 0x85EBCA6BU) >> 18;
}

struct Place {
  std::uint32_t at;
  std::uint32_t kinds;  ///< a bit for each
};

}  // namespace

/// Small enough for the first cache, but for what only few places look at.
struct PhraseGate::Tables {
  std::array<std::uint64_t, 1024> pairs{};  ///< by a first letter, a bit for a second one
  std::array<std::uint32_t, 4096> alone{};  ///< kinds by a first character that anything may follow
  std::array<std::uint32_t, 4096> after_numeral{};  ///< by what follows a numeral
  std::uint32_t numeral_alone = 0;                  ///< kinds of a numeral that anything may follow
  std::array<std::uint32_t, 16384> of_pair{};       ///< kinds by first two characters
  std::uint32_t marked = numeral_bit;

  void add(const PhraseBeginning& b, std::uint32_t kinds) {
    if (b.first == PhraseBeginning::a_numeral) {
      (b.second == 0 ? numeral_alone : after_numeral[b.second % 4096]) |= kinds;
    } else if (b.second == 0) {
      alone[b.first % 4096] |= kinds;
      pairs[b.first % 1024] = ~std::uint64_t{0};
    } else {
      pairs[b.first % 1024] |= std::uint64_t{1} << b.second % 64;
      of_pair[pair_number(b.first, b.second)] |= kinds;
    }
  }
  [[nodiscard]] std::uint64_t may_begin(char16_t first, char16_t second) const {
    return pairs[first % 1024] >> second % 64 & 1;
  }
  [[nodiscard]] std::uint32_t kinds(char16_t first, char16_t second) const {
    return alone[first % 4096] | of_pair[pair_number(first, second)];
  }
  [[nodiscard]] std::uint32_t numeral_kinds(const Stretch& text, std::uint32_t at) const {
    const std::uint32_t end = phrase::numeral_end(text, at);
    return end == at ? 0 : numeral_alone | after_numeral[text[end] % 4096];
  }
};

PhraseGate::PhraseGate(const std::vector<const PhraseSet*>& sets) {
  auto tables = std::make_shared<Tables>();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i] == nullptr) continue;
    tables->marked |= std::uint32_t{1} << i;
    for (const PhraseBeginning& b : sets[i]->beginnings()) tables->add(b, std::uint32_t{1} << i);
  }
  constexpr std::u16string_view numbers =
      u"0123456789〇零○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十百千";
  for (const char16_t c : numbers) tables->add({c, 0}, numeral_bit);
  // These only carry a numeral on; phrases that begin with {n} may begin with them all the same.
  for (const char16_t c : std::u16string_view(u"万亿")) tables->add({c, 0}, carries_on);
  tables_ = std::move(tables);
}

void PhraseGate::mark(const Letters& letters, PhraseMarks& marks) const {
  marks.places_.clear();
  marks.begin_.fill(0);
  marks.marked_ = 0;
  if (!tables_) return;
  const Tables& t = *tables_;
  marks.marked_ = t.marked;
  const Stretch text = letters.all();
  const auto places = std::make_unique_for_overwrite<Place[]>(text.end);
  Place* end = places.get();
  for (std::uint32_t at = 0; at < text.end; ++at) {
    end->at = at;  // in any case: what stands next in a text can not be foretold
    end += t.may_begin(text.units[at], text.units[at + 1]);
  }
  const std::span<Place> found(places.get(), end);
  for (Place& p : found) {
    p.kinds = t.kinds(text.units[p.at], text.units[p.at + 1]);
    if ((p.kinds & (numeral_bit | carries_on)) != 0) {
      const bool inside =
          phrase::is_digit(text[p.at]) && p.at > 0 && phrase::is_digit(text[p.at - 1]);
      p.kinds = inside ? 0 : (p.kinds | t.numeral_kinds(text, p.at)) & ~carries_on;
    }
    for (std::uint32_t rest = p.kinds; rest != 0; rest &= rest - 1)
      ++marks.begin_[static_cast<std::size_t>(std::countr_zero(rest)) + 1];
  }
  for (std::size_t k = 1; k <= PhraseMarks::kinds; ++k) marks.begin_[k] += marks.begin_[k - 1];
  marks.places_.resize(marks.begin_[PhraseMarks::kinds]);
  auto next = marks.begin_;
  for (const Place& p : found) {
    for (std::uint32_t rest = p.kinds; rest != 0; rest &= rest - 1)
      marks.places_[next[static_cast<std::size_t>(std::countr_zero(rest))]++] = p.at;
  }
}

}  // namespace noticekit

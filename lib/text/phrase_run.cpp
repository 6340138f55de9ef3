#include <algorithm>
#include <cstring>

#include "text/phrase_program.hpp"

namespace noticekit::phrase {
namespace {

struct Machine {
  const Instruction* code;
  const char16_t* words;
  const char16_t* letters;  ///< of choices
  const std::uint16_t* targets;
  const Stretch& text;
  PhraseHit& hit;

  /// Whether the words, but for the first `skip` ones, stand at `at`.
  [[nodiscard]] bool stands(const Instruction& i, std::uint32_t at, std::uint32_t skip = 0) const {
    if (at + i.b - skip > text.end) return false;
    const char16_t* have = text.units + at;
    const char16_t* want = words + i.a + skip;
    for (const char16_t* const end = words + i.a + i.b; want != end; ++want, ++have) {
      if (*want != *have) return false;
    }
    return true;
  }

  /// Whether `c`, which stands at `at`, rules out the instruction at `pc`: saves most of the calls.
  [[nodiscard]] bool fails_at_once(std::size_t pc, std::uint32_t at, char16_t c) const {
    const Instruction& i = code[pc];
    if ((i.first & letter_bit(c)) == 0) return true;
    return i.op == Op::words && !stands(i, at);
  }

  /// The next way of a choice that begins with `c`; `end` where none does. Most have no such way:
  /// four are asked at once, in one word.
  [[nodiscard]] std::uint32_t next_of(char16_t c, std::uint32_t n, std::uint32_t end) const {
    constexpr std::uint64_t each = 0x0001000100010001;
    for (; n + 4 <= end; n += 4) {
      std::uint64_t four = 0;
      std::memcpy(&four, letters + n, sizeof four);
      four ^= c * each;
      if (((four - each) & ~four & 0x8000 * each) != 0) break;  // one of them is zero now
    }
    while (n != end && letters[n] != c) ++n;
    return n;
  }

  bool run(const Entry& entry, std::uint32_t at) {
    at += entry.read;
    if (entry.skip == 0) return run(entry.pc, at, 0);
    const Instruction& i = code[entry.pc];
    return stands(i, at, entry.skip) && run(entry.pc + std::size_t{1}, at + i.b - entry.skip, 0);
  }

  bool run(std::size_t pc, std::uint32_t at, std::uint8_t slot) {
    for (;;) {
      const Instruction& i = code[pc];
      switch (i.op) {
        case Op::words:
          if (!stands(i, at)) return false;
          at += i.b;
          ++pc;
          break;
        case Op::number: {
          const std::uint32_t end = numeral_end(text, at);
          if (end == at) return false;
          hit.slots[slot++] = Span{at, end};
          at = end;
          ++pc;
          break;
        }
        case Op::gap:
          return gap(i, pc, at, slot);
        case Op::choice: {
          const char16_t c = text[at];
          std::uint32_t n = i.a;
          for (const std::uint32_t end = n + i.known; (n = next_of(c, n, end)) != end; ++n) {
            if (!fails_at_once(targets[n], at, c) && run(targets[n], at, slot)) return true;
          }
          if (i.known == i.b) return false;
          for (const std::uint32_t last = i.a + i.b - 1U; n != last; ++n) {
            if (!fails_at_once(targets[n], at, c) && run(targets[n], at, slot)) return true;
          }
          pc = targets[n];
          break;
        }
        case Op::jump:
          pc = i.a;
          break;
        case Op::start:
          if (at != text.begin) return false;
          ++pc;
          break;
        case Op::stop:
          if (at != text.end) return false;
          ++pc;
          break;
        case Op::match:
          hit.end = at;
          hit.slot_count = slot;
          return true;
      }
    }
  }

  /// Most letters neither end the gap nor begin what follows it: a look at one bit.
  bool gap(const Instruction& i, std::size_t pc, std::uint32_t at, std::uint8_t slot) {
    constexpr std::uint64_t ends =
        letter_bit(u'。') | letter_bit(u';') | letter_bit(u'\n') | letter_bit(u',');
    const std::uint64_t marked = code[pc + 1].first | ends;
    const std::uint32_t from = at;
    const std::uint32_t last = std::min(text.end - from, std::uint32_t{i.b}) + from;
    for (;; ++at) {
      const char16_t c = text[at];
      if ((marked & letter_bit(c)) != 0) {
        if (at >= from + i.a && !fails_at_once(pc + 1, at, c)) {
          if (i.captured) hit.slots[slot] = Span{from, at};
          if (run(pc + 1, at, static_cast<std::uint8_t>(slot + i.captured))) return true;
        }
        if (ends_sentence(c) || (i.stops_at_comma && c == u',')) return false;
      }
      if (at == last) return false;
    }
  }
};

}  // namespace

void ProgramPool::add(const Program& program) {
  places_.push_back({static_cast<std::uint32_t>(code_.size()),
                     static_cast<std::uint32_t>(words_.size()),
                     static_cast<std::uint32_t>(choices_.targets.size()), program.last});
  code_.insert(code_.end(), program.code.begin(), program.code.end());
  words_ += program.words;
  choices_.letters += program.choices.letters;
  choices_.targets.insert(choices_.targets.end(), program.choices.targets.begin(),
                          program.choices.targets.end());
}

bool ProgramPool::run(std::uint32_t number, const Stretch& text, std::uint32_t begin,
                      const Entry& entry, PhraseHit& hit) const {
  const Place& p = places_[number];
  if ((p.last & letter_bit(text[text.end - 1])) == 0) return false;
  hit.begin = begin;
  return Machine{code_.data() + p.code,
                 words_.data() + p.words,
                 choices_.letters.data() + p.choices,
                 choices_.targets.data() + p.choices,
                 text,
                 hit}
      .run(entry, begin);
}

}  // namespace noticekit::phrase

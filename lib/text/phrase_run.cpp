#include <cstring>

#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit::phrase {
namespace {

struct Machine {
  const Instruction* code;
  const char* bytes;
  std::string_view text;
  PhraseHit& hit;

  /// Whether the words stand at `at`. Most do not, and most differ in their second or third byte.
  [[nodiscard]] bool stands(const Instruction& i, std::size_t at) const {
    if (at + i.b > text.size()) return false;
    const char* const have = text.data() + at;
    const char* const want = bytes + i.a;
    if (i.b < 3) return have[0] == want[0] && (i.b == 1 || have[1] == want[1]);
    if (have[1] != want[1] || have[2] != want[2] || have[0] != want[0]) return false;
    return i.b == 3 || std::memcmp(have + 3, want + 3, i.b - 3U) == 0;
  }

  /// Whether `c`, which stands at `at`, rules out the instruction at `pc`: saves most of the calls.
  [[nodiscard]] bool fails_at_once(std::size_t pc, std::size_t at, char32_t c) const {
    const Instruction& i = code[pc];
    if ((i.first & character_bit(c)) == 0) return true;
    return i.op == Op::words && !stands(i, at);
  }

  /// The rest of words that have been read in part.
  [[nodiscard]] bool finishes(const Entry& entry) const {
    const Instruction& i = code[entry.pc];
    const std::size_t rest = std::size_t{i.b} - entry.skip;
    return entry.at + rest <= text.size() &&
           std::memcmp(text.data() + entry.at, bytes + i.a + entry.skip, rest) == 0;
  }

  bool run(const Entry& entry) {
    if (entry.skip == 0) return run(entry.pc, entry.at, 0);
    return finishes(entry) &&
           run(entry.pc + std::size_t{1}, entry.at + code[entry.pc].b - entry.skip, 0);
  }

  bool run(std::size_t pc, std::size_t at, std::uint8_t slot) {
    for (;;) {
      const Instruction& i = code[pc];
      switch (i.op) {
        case Op::words:
          if (!stands(i, at)) return false;
          at += i.b;
          ++pc;
          break;
        case Op::character: {
          const Letter l = letter(text, at);
          if (l.end == at || l.folded != i.character) return false;
          at = l.end;
          ++pc;
          break;
        }
        case Op::number: {
          const std::size_t n = numeral_length(text, at);
          if (n == 0) return false;
          hit.slots[slot++] = Span{at, at + n};
          at += n;
          ++pc;
          break;
        }
        case Op::gap:
          return gap(i, pc, at, slot);
        case Op::split: {
          const char32_t c = folded(text, at);
          do {
            const Instruction& choice = code[pc];
            if (!fails_at_once(choice.a, at, c) && run(choice.a, at, slot)) return true;
            pc = choice.b;
          } while (code[pc].op == Op::split);
          break;
        }
        case Op::jump:
          pc = i.a;
          break;
        case Op::start:
          if (at != 0) return false;
          ++pc;
          break;
        case Op::stop:
          if (at != text.size()) return false;
          ++pc;
          break;
        case Op::match:
          hit.end = static_cast<std::uint32_t>(at);
          hit.slot_count = slot;
          return true;
      }
    }
  }

  bool gap(const Instruction& i, std::size_t pc, std::size_t at, std::uint8_t slot) {
    const std::size_t from = at;
    const auto next_slot = static_cast<std::uint8_t>(slot + (i.captured ? 1 : 0));
    for (std::uint16_t n = 0;; ++n) {
      const Letter l = letter(text, at);
      if (n >= i.a && !fails_at_once(pc + 1, at, l.folded)) {
        if (i.captured) hit.slots[slot] = Span{from, at};
        if (run(pc + 1, at, next_slot)) return true;
      }
      if (n == i.b || l.end == at) return false;
      if (ends_sentence(l.folded) || (i.stops_at_comma && l.folded == U',')) return false;
      at = l.end;
    }
  }
};

}  // namespace

void ProgramPool::add(const Program& program) {
  places_.push_back(
      {static_cast<std::uint32_t>(code_.size()), static_cast<std::uint32_t>(bytes_.size())});
  code_.insert(code_.end(), program.code.begin(), program.code.end());
  bytes_ += program.bytes;
}

bool ProgramPool::run(std::uint32_t number, std::string_view text, std::size_t begin,
                      const Entry& entry, PhraseHit& hit) const {
  const Place& p = places_[number];
  hit.begin = static_cast<std::uint32_t>(begin);
  return Machine{code_.data() + p.code, bytes_.data() + p.bytes, text, hit}.run(entry);
}

}  // namespace noticekit::phrase

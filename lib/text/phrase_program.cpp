#include "text/phrase_program.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "text/utf8.hpp"

namespace noticekit::phrase {
namespace {

constexpr std::u32string_view chinese_digits = U"〇零一二两三四五六七八九十百千万亿";

/// Bytes of the numeral at `at`: 1,234.5 or a run of Chinese digits; 0 where there is none.
std::size_t numeral_length(std::string_view s, std::size_t at) {
  std::size_t i = at;
  const auto digit = [&](std::size_t k) {
    return k < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[k]));
  };
  if (digit(i)) {
    while (digit(i)) ++i;
    while (i < s.size() && s[i] == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) &&
           !digit(i + 4))
      i += 4;
    if (i < s.size() && s[i] == '.' && digit(i + 1)) {
      ++i;
      while (digit(i)) ++i;
    }
    return i - at;
  }
  while (i < s.size() && chinese_digits.find(utf8::at(s, i)) != std::u32string_view::npos) i += 3;
  return i - at;
}

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : s_(pattern) {}

  Result<Program> compile() {
    sequence(0);
    if (fault_.empty() && at_ < s_.size()) fault_ = std::string("unexpected '") + s_[at_] + "'";
    if (!fault_.empty()) return Error{Errc::bad_rule, fault_, {}};
    emit(Op::match);
    if (!program_.is_anchored() && !heads(program_)) {
      return Error{
          Errc::bad_rule, "a pattern may not begin with a gap; write its first words, or ^", {}};
    }
    if (slots_ > 4) return Error{Errc::bad_rule, "more than four slots", {}};
    return std::move(program_);
  }

 private:
  /// Up to the bracket that closes it, or |.
  void sequence(int depth) {
    while (at_ < s_.size() && fault_.empty()) {
      const char c = s_[at_];
      if (c == '|' || c == ')' || c == ']') {
        if (depth == 0) fault_ = std::string("'") + c + "' without an opening bracket";
        return;
      }
      if (c == '(' || c == '[') {
        ++at_;
        group(c == '[', depth + 1);
      } else if (c == '{') {
        slot();
      } else if (c == '^' && at_ == 0) {
        ++at_;
        emit(Op::start);
      } else if (c == '$' && at_ + 1 == s_.size()) {
        ++at_;
        emit(Op::stop);
      } else {
        if (c == '\\' && at_ + 1 < s_.size()) ++at_;
        literal();
      }
    }
    if (depth != 0 && fault_.empty()) fault_ = "a bracket is not closed";
  }

  /// Alternatives are tried longest first, so that 完成整改 is not cut to 完成.
  void group(bool optional, int depth) {
    std::vector<std::vector<Instruction>> branches;
    const std::size_t begin = program_.code.size();
    while (fault_.empty()) {
      joinable_ = false;
      sequence(depth);
      branches.emplace_back(program_.code.begin() + static_cast<std::ptrdiff_t>(begin),
                            program_.code.end());
      program_.code.resize(begin);
      if (at_ >= s_.size()) return;
      const char c = s_[at_++];
      if (c == '|') continue;
      if (c != (optional ? ']' : ')'))
        fault_ = std::string("'") + c + "' closes another kind of bracket";
      break;
    }
    // Branches were compiled at `begin`; their jumps are moved to where they end up.
    std::stable_sort(branches.begin(), branches.end(),
                     [](const auto& x, const auto& y) { return weight(x) > weight(y); });
    if (optional) branches.emplace_back();
    std::vector<std::size_t> exits;
    for (std::size_t n = 0; n < branches.size(); ++n) {
      const bool last = n + 1 == branches.size();
      const std::size_t split = program_.code.size();
      if (!last) emit(Op::split);
      const std::size_t moved = program_.code.size() - begin;
      for (Instruction i : branches[n]) {
        if (i.op == Op::split || i.op == Op::jump) {
          i.a = static_cast<std::uint16_t>(i.a + moved);
          i.b = static_cast<std::uint16_t>(i.b + moved);
        }
        program_.code.push_back(i);
      }
      if (!last) {
        exits.push_back(program_.code.size());
        emit(Op::jump);
        program_.code[split].a = static_cast<std::uint16_t>(split + 1);
        program_.code[split].b = static_cast<std::uint16_t>(program_.code.size());
      }
    }
    for (const std::size_t e : exits)
      program_.code[e].a = static_cast<std::uint16_t>(program_.code.size());
  }

  /// {n} {x} {x:N} {..} {..N} {..,N}
  void slot() {
    const std::size_t close = s_.find('}', at_);
    if (close == std::string_view::npos) {
      fault_ = "'{' is not closed";
      return;
    }
    std::string_view in = s_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (in == "n") {
      emit(Op::number).captured = true;
      ++slots_;
      return;
    }
    const bool captured = in.substr(0, 1) == "x";
    if (!captured && in.substr(0, 2) != "..") {
      fault_ = "unknown slot {" + std::string(in) + "}";
      return;
    }
    in.remove_prefix(captured ? 1 : 2);
    Instruction& i = emit(Op::gap);
    i.captured = captured;
    slots_ += captured ? 1 : 0;
    if (!in.empty() && (in[0] == ',' || in[0] == ':')) {
      i.stops_at_comma = in[0] == ',';
      in.remove_prefix(1);
    }
    int most = in.empty() ? 12 : 0;
    for (const char c : in) {
      if (c < '0' || c > '9' || most > 999) {
        fault_ = "a slot's length is a number up to 999";
        return;
      }
      most = most * 10 + (c - '0');
    }
    i.a = captured ? 1 : 0;
    i.b = static_cast<std::uint16_t>(most);
  }

  /// How much a branch asks for, in bytes.
  static std::size_t weight(const std::vector<Instruction>& branch) {
    std::size_t sum = 0;
    for (const Instruction& i : branch) {
      if (i.op == Op::words) sum += i.b;
      if (i.op == Op::character || i.op == Op::number || i.op == Op::gap) sum += 3;
    }
    return sum;
  }

  /// One character: joins the words before it where both have one form only. A group begins its own
  /// words, so that no jump leads into their middle.
  void literal() {
    const char32_t c = utf8::at(s_, at_);
    const std::size_t n = utf8::length(static_cast<unsigned char>(s_[at_]));
    const bool one_form = utf8::is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!one_form) {
      emit(Op::character).character = fold(c);
      joinable_ = false;
    } else {
      if (!joinable_) {
        Instruction& i = emit(Op::words);
        i.character = c;
        i.a = static_cast<std::uint16_t>(program_.bytes.size());
      }
      program_.code.back().b = static_cast<std::uint16_t>(program_.code.back().b + n);
      program_.bytes += s_.substr(at_, n);
      joinable_ = true;
    }
    at_ += n;
  }

  Instruction& emit(Op op) {
    joinable_ = false;
    program_.code.emplace_back();
    program_.code.back().op = op;
    return program_.code.back();
  }

  std::string_view s_;
  std::size_t at_ = 0;
  Program program_;
  std::string fault_;
  int slots_ = 0;
  bool joinable_ = false;  // the last instruction is words that may grow
};

struct Machine {
  const Program& program;
  std::string_view text;
  PhraseHit& hit;

  /// Whether the words stand at `at`. Most do not, and most differ in their second or third byte.
  [[nodiscard]] bool stands(const Instruction& i, std::size_t at) const {
    if (at + i.b > text.size()) return false;
    const char* const have = text.data() + at;
    const char* const want = program.bytes.data() + i.a;
    if (i.b < 3) return have[0] == want[0] && (i.b == 1 || have[1] == want[1]);
    if (have[1] != want[1] || have[2] != want[2] || have[0] != want[0]) return false;
    return i.b == 3 || std::memcmp(have + 3, want + 3, i.b - 3U) == 0;
  }

  /// Whether what stands at `at` rules out the instruction at `pc`: saves most of the calls.
  [[nodiscard]] bool fails_at_once(std::size_t pc, std::size_t at) const {
    const Instruction& i = program.code[pc];
    if (i.op == Op::words) return !stands(i, at);
    if (i.op == Op::character) return at >= text.size() || fold(utf8::at(text, at)) != i.character;
    return false;
  }

  bool run(std::size_t pc, std::size_t at, std::uint8_t slot) {
    for (;;) {
      const Instruction& i = program.code[pc];
      switch (i.op) {
        case Op::words:
          if (!stands(i, at)) return false;
          at += i.b;
          ++pc;
          break;
        case Op::character:
          if (at >= text.size() || fold(utf8::at(text, at)) != i.character) return false;
          at += utf8::length(static_cast<unsigned char>(text[at]));
          ++pc;
          break;
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
        case Op::split:
          if (!fails_at_once(i.a, at) && run(i.a, at, slot)) return true;
          pc = i.b;
          break;
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
    std::size_t e = at;
    const auto next_slot = static_cast<std::uint8_t>(slot + (i.captured ? 1 : 0));
    for (std::uint16_t n = 0;; ++n) {
      if (n >= i.a && !fails_at_once(pc + 1, e)) {
        if (i.captured) hit.slots[slot] = Span{at, e};
        if (run(pc + 1, e, next_slot)) return true;
      }
      if (n == i.b || e >= text.size()) return false;
      const auto lead = static_cast<unsigned char>(text[e]);
      if (lead == '\n' || lead == ';' || lead == 0xE3 || lead == 0xEF || lead == ',') {
        const char32_t c = utf8::at(text, e);
        if (c == U'。' || c == U'；' || c == U';' || c == U'\n') return false;
        if (i.stops_at_comma && (c == U'，' || c == U',')) return false;
      }
      e += utf8::length(lead);
    }
  }
};

/// Walks the ways a program can begin, in the order of its choices.
class HeadWalk {
 public:
  explicit HeadWalk(const Program& program) : p_(program) {}

  /// False where they cannot be listed.
  bool from(std::uint16_t pc) {
    const Instruction& i = p_.code[pc];
    switch (i.op) {
      case Op::character:
        return second(pc, i.character, static_cast<std::uint16_t>(pc + 1));
      case Op::words: {
        const std::string_view words = std::string_view(p_.bytes).substr(i.a, i.b);
        const std::size_t n = utf8::length(static_cast<unsigned char>(words[0]));
        if (n == words.size()) return second(pc, i.character, static_cast<std::uint16_t>(pc + 1));
        found.push_back({i.character, utf8::at(words, n), pc});
        return true;
      }
      case Op::number:
        for (char32_t c = U'0'; c <= U'9'; ++c) found.push_back({c, 0, pc});
        for (const char32_t c : chinese_digits) found.push_back({c, 0, pc});
        return true;
      case Op::gap:
      case Op::stop:
      case Op::match:
        return false;
      case Op::split:
        return from(i.a) && from(i.b);
      case Op::jump:
        return from(i.a);
      case Op::start:
        return from(static_cast<std::uint16_t>(pc + 1));
    }
    return false;
  }

  std::vector<Head> found;

 private:
  /// What may follow `first`, which the instruction at `entry` reads.
  bool second(std::uint16_t entry, char32_t first, std::uint16_t pc) {
    const Instruction& i = p_.code[pc];
    switch (i.op) {
      case Op::character:
      case Op::words:
        found.push_back({first, i.character, entry});
        return true;
      case Op::split:
        return second(entry, first, i.a) && second(entry, first, i.b);
      case Op::jump:
        return second(entry, first, i.a);
      case Op::start:
        return second(entry, first, static_cast<std::uint16_t>(pc + 1));
      case Op::number:
      case Op::gap:
      case Op::stop:
      case Op::match:
        found.push_back({first, 0, entry});
        return true;
    }
    return false;
  }

  const Program& p_;
};

}  // namespace

char32_t fold_rare(char32_t c) {
  switch (c) {
    case U'，':
      return U',';
    case U'；':
      return U';';
    case U'：':
      return U':';
    case U'（':
      return U'(';
    case U'）':
      return U')';
    case U'“':
    case U'”':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'＂':
    case U'〝':
    case U'〞':
      return U'"';
    case U'‘':
    case U'’':
      return U'\'';
    case U'—':
    case U'–':
    case U'－':
    case U'―':
    case U'～':
    case U'〜':
      return U'-';
    case U'％':
      return U'%';
    case U'．':
      return U'.';
    case U'【':
    case U'〔':
    case U'［':
      return U'[';
    case U'】':
    case U'〕':
    case U'］':
      return U']';
    case U'？':
      return U'?';
    case U'！':
      return U'!';
    case U'＠':
      return U'@';
    case U'\u3000':
      return U' ';
    default:
      return c;
  }
}

Result<Program> compile(std::string_view pattern) {
  if (pattern.empty()) return Error{Errc::bad_rule, "an empty pattern", {}};
  return Compiler(pattern).compile();
}

bool run(const Program& program, std::string_view text, std::size_t at, PhraseHit& hit,
         std::uint16_t entry) {
  hit.begin = static_cast<std::uint32_t>(at);
  return Machine{program, text, hit}.run(entry, at, 0);
}

std::optional<std::vector<Head>> heads(const Program& program) {
  HeadWalk walk(program);
  if (!walk.from(0)) return std::nullopt;
  return std::move(walk.found);
}

}  // namespace noticekit::phrase

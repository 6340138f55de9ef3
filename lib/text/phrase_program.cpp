#include "text/phrase_program.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "text/utf8.hpp"

namespace noticekit::phrase {
namespace {

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : s_(pattern) {}

  Result<Program> compile() {
    sequence(0);
    if (fault_.empty() && at_ < s_.size()) fault_ = std::string("unexpected '") + s_[at_] + "'";
    if (!fault_.empty()) return Error{Errc::bad_rule, fault_, {}};
    emit(Op::match);
    note_first_characters(program_.code);
    if (!program_.is_anchored() && !paths(program_, 1)) {
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

  /// Jumps lead forward: from the end, what follows is known.
  static void note_first_characters(std::vector<Instruction>& code) {
    for (std::size_t pc = code.size(); pc-- > 0;) {
      Instruction& i = code[pc];
      switch (i.op) {
        case Op::words:
        case Op::character:
          i.first = character_bit(i.character);
          break;
        case Op::number:
          for (const char32_t c : numeral_characters) i.first |= character_bit(c);
          break;
        case Op::split:
          i.first = code[i.a].first | code[i.b].first;
          break;
        case Op::jump:
          i.first = code[i.a].first;
          break;
        case Op::start:
          i.first = code[pc + 1].first;
          break;
        case Op::gap:
        case Op::stop:
        case Op::match:
          i.first = ~std::uint64_t{0};
          break;
      }
    }
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

  /// Whether `c`, which stands at `at`, rules out the instruction at `pc`: saves most of the calls.
  [[nodiscard]] bool fails_at_once(std::size_t pc, std::size_t at, char32_t c) const {
    const Instruction& i = program.code[pc];
    if ((i.first & character_bit(c)) == 0) return true;
    return i.op == Op::words && !stands(i, at);
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
          if (at >= text.size() || folded(text, at) != i.character) return false;
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
        case Op::split: {
          const char32_t c = folded(text, at);
          do {
            const Instruction& choice = program.code[pc];
            if (!fails_at_once(choice.a, at, c) && run(choice.a, at, slot)) return true;
            pc = choice.b;
          } while (program.code[pc].op == Op::split);
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
    std::size_t e = at;
    const auto next_slot = static_cast<std::uint8_t>(slot + (i.captured ? 1 : 0));
    for (std::uint16_t n = 0;; ++n) {
      const char32_t c = folded(text, e);
      if (n >= i.a && !fails_at_once(pc + 1, e, c)) {
        if (i.captured) hit.slots[slot] = Span{at, e};
        if (run(pc + 1, e, next_slot)) return true;
      }
      if (n == i.b || e >= text.size()) return false;
      if (c == U'。' || c == U';' || c == U'\n') return false;
      if (i.stops_at_comma && c == U',') return false;
      e += utf8::length(static_cast<unsigned char>(text[e]));
    }
  }
};

/// Walks the ways a program can begin, in the order of its choices.
class PathWalk {
 public:
  PathWalk(const Program& program, std::size_t depth) : p_(program), depth_(depth) {}

  /// Goes on with `path` at `pc`. False where the program can begin with anything.
  bool from(std::uint16_t pc, Path path) {
    const Instruction& i = p_.code[pc];
    const auto next = static_cast<std::uint16_t>(pc + 1);
    switch (i.op) {
      case Op::character:
        return take(i.character, pc, path) || from(next, path);
      case Op::number:
        return take(Path::a_numeral, pc, path) || from(next, path);
      case Op::words: {
        const std::string_view words = std::string_view(p_.bytes).substr(i.a, i.b);
        for (std::size_t k = 0; k < words.size();
             k += utf8::length(static_cast<unsigned char>(words[k]))) {
          if (take(utf8::at(words, k), pc, path)) return true;
        }
        return from(next, path);
      }
      case Op::gap:
      case Op::stop:
      case Op::match:
        if (path.size == 0) return false;
        found.push_back(path);
        return true;
      case Op::split:
        return from(i.a, path) && from(i.b, path);
      case Op::jump:
        return from(i.a, path);
      case Op::start:
        return from(next, path);
    }
    return false;
  }

  std::vector<Path> found;

 private:
  /// Adds a character; true where the path is then as long as asked for, and noted.
  bool take(char32_t c, std::uint16_t pc, Path& path) {
    if (path.size == 0) path.entry = pc;
    path.characters[path.size++] = c;
    if (path.size < depth_) return false;
    found.push_back(path);
    return true;
  }

  const Program& p_;
  std::size_t depth_;
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

bool is_numeral(char32_t c) {
  if (c < 0x80) return utf8::is_ascii_digit(c);
  switch (c) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
      return true;
    default:
      return false;
  }
}

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
  for (char32_t c = utf8::at(s, i); c >= 0x80 && is_numeral(c); c = utf8::at(s, i)) i += 3;
  return i - at;
}

bool run(const Program& program, std::string_view text, std::size_t at, PhraseHit& hit,
         std::uint16_t entry) {
  hit.begin = static_cast<std::uint32_t>(at);
  return Machine{program, text, hit}.run(entry, at, 0);
}

std::optional<std::vector<Path>> paths(const Program& program, std::size_t depth) {
  constexpr std::size_t many = 64;
  for (;; --depth) {
    PathWalk walk(program, depth);
    if (!walk.from(0, {})) return std::nullopt;
    if (walk.found.size() <= many || depth <= 2) return std::move(walk.found);
  }
}

}  // namespace noticekit::phrase

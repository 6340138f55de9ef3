#include <algorithm>
#include <string>

#include "text/phrase_paths.hpp"
#include "text/phrase_program.hpp"
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
    note_first_letters();
    note_last_letters();
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
    // Branches were compiled at `begin`; what leads on in them is moved to where they end up.
    std::stable_sort(branches.begin(), branches.end(),
                     [](const auto& x, const auto& y) { return weight(x) > weight(y); });
    if (optional) branches.emplace_back();
    std::vector<std::uint16_t> ways;
    std::vector<std::size_t> exits;
    const std::size_t choice = program_.code.size();
    if (branches.size() > 1) emit(Op::choice);
    for (const std::vector<Instruction>& branch : branches) {
      ways.push_back(static_cast<std::uint16_t>(program_.code.size()));
      const std::size_t moved = program_.code.size() - begin;
      for (Instruction i : branch) {
        if (i.op == Op::jump) i.a = static_cast<std::uint16_t>(i.a + moved);
        if (i.op == Op::choice) {
          for (std::uint16_t n = 0; n < i.b; ++n)
            ways_[i.a + n] = static_cast<std::uint16_t>(ways_[i.a + n] + moved);
        }
        program_.code.push_back(i);
      }
      if (&branch == &branches.back()) break;
      exits.push_back(program_.code.size());
      emit(Op::jump);
    }
    for (const std::size_t e : exits)
      program_.code[e].a = static_cast<std::uint16_t>(program_.code.size());
    if (branches.size() > 1) {
      program_.code[choice].a = static_cast<std::uint16_t>(ways_.size());
      program_.code[choice].b = static_cast<std::uint16_t>(ways.size());
      ways_.insert(ways_.end(), ways.begin(), ways.end());
    }
    joinable_ = false;
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

  /// What every instruction can begin with. Jumps lead forward: from the end, what follows is
  /// known.
  void note_first_letters() {
    std::vector<std::u16string> first(program_.code.size());  // empty: any letter
    for (std::size_t pc = program_.code.size(); pc-- > 0;) {
      Instruction& i = program_.code[pc];
      switch (i.op) {
        case Op::words:
          first[pc] = program_.words[i.a];
          break;
        case Op::number:
          first[pc] = numeral_characters;
          break;
        case Op::choice:
          first[pc] = note_choice(i, first);
          break;
        case Op::jump:
          first[pc] = first[i.a];
          break;
        case Op::start:
          first[pc] = first[pc + 1];
          break;
        case Op::gap:
        case Op::stop:
        case Op::match:
          break;
      }
      for (const char16_t c : first[pc]) i.first |= letter_bit(c);
      if (first[pc].empty()) i.first = ~std::uint64_t{0};
    }
  }

  /// What a text ends with where $ stands. Jumps lead forward: from the beginning, what came before
  /// is known.
  void note_last_letters() {
    constexpr std::uint64_t any = ~std::uint64_t{0};
    std::vector<std::uint64_t> before(program_.code.size() + 1);
    for (std::size_t pc = 0; pc < program_.code.size(); ++pc) {
      const Instruction& i = program_.code[pc];
      switch (i.op) {
        case Op::words:
          before[pc + 1] |= letter_bit(program_.words[std::size_t{i.a} + i.b - 1]);
          break;
        case Op::number:
        case Op::gap:
          before[pc + 1] = any;
          break;
        case Op::choice:
          for (std::size_t n = i.a; n < std::size_t{i.a} + i.b; ++n)
            before[program_.choices.targets[n]] |= before[pc];
          break;
        case Op::jump:
          before[i.a] |= before[pc];
          break;
        case Op::start:
          before[pc + 1] |= before[pc];
          break;
        case Op::stop:
          program_.last = before[pc];
          break;
        case Op::match:
          break;
      }
    }
  }

  /// Writes the ways of a choice out; returns the letters they can begin with.
  std::u16string note_choice(Instruction& choice, const std::vector<std::u16string>& first) {
    Choices& out = program_.choices;
    const std::size_t begin = out.targets.size();
    std::u16string all;
    bool any = false;  // from the first way on that can begin with any letter, none has one
    for (std::uint16_t n = 0; n < choice.b; ++n) {
      const std::uint16_t way = ways_[choice.a + n];
      const std::u16string& letters = first[way];
      any = any || letters.empty() || all.size() + letters.size() > 255;
      if (any) out.add(0, way);
      if (any) continue;
      for (const char16_t c : letters) out.add(c, way);
      all += letters;
    }
    choice.known = static_cast<std::uint8_t>(all.size());
    choice.a = static_cast<std::uint16_t>(begin);
    choice.b = static_cast<std::uint16_t>(out.targets.size() - begin);
    return any ? std::u16string() : all;
  }

  /// How much a branch asks for, in letters.
  static std::size_t weight(const std::vector<Instruction>& branch) {
    std::size_t sum = 0;
    for (const Instruction& i : branch) {
      if (i.op == Op::words) sum += i.b;
      if (i.op == Op::number || i.op == Op::gap) ++sum;
    }
    return sum;
  }

  /// One character: joins the words before it. A group begins its own words, so that no jump leads
  /// into their middle.
  void literal() {
    if (!joinable_) emit(Op::words).a = static_cast<std::uint16_t>(program_.words.size());
    joinable_ = true;
    ++program_.code.back().b;
    program_.words += unit_of(utf8::at(s_, at_));
    at_ += utf8::length(static_cast<unsigned char>(s_[at_]));
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
  std::vector<std::uint16_t> ways_;  // of choices: the instructions where they go on
  std::string fault_;
  int slots_ = 0;
  bool joinable_ = false;  // the last instruction is words that may grow
};

}  // namespace

Result<Program> compile(std::string_view pattern) {
  if (pattern.empty()) return Error{Errc::bad_rule, "an empty pattern", {}};
  return Compiler(pattern).compile();
}

}  // namespace noticekit::phrase

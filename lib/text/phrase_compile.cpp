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
    note_first_letters(program_.words, program_.code);
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
  static void note_first_letters(const std::u16string& words, std::vector<Instruction>& code) {
    for (std::size_t pc = code.size(); pc-- > 0;) {
      Instruction& i = code[pc];
      switch (i.op) {
        case Op::words:
          i.first = letter_bit(words[i.a]);
          break;
        case Op::number:
          for (const char16_t c : numeral_characters) i.first |= letter_bit(c);
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

#include "text/phrase_paths.hpp"

#include <algorithm>
#include <utility>

namespace noticekit::phrase {
namespace {

/// Walks the ways a program can begin, in the order of its choices.
class PathWalk {
 public:
  PathWalk(const Program& program, std::size_t depth) : p_(program), depth_(depth) {}

  /// Goes on with `path` at `pc`. False where the program can begin with anything.
  bool from(std::uint16_t pc, Path path) {
    const Instruction& i = p_.code[pc];
    const auto next = static_cast<std::uint16_t>(pc + 1);
    switch (i.op) {
      case Op::number:
        return take(Path::a_numeral, pc, {next, 0}, path) || from(next, path);
      case Op::words:
        for (std::uint16_t k = 0; k < i.b;) {
          const char16_t c = p_.words[i.a + k];
          const bool whole = ++k == i.b;
          const Entry rest{whole ? next : pc,
                           whole ? std::uint8_t{0} : static_cast<std::uint8_t>(k)};
          if (take(c, pc, rest, path)) return true;
        }
        return from(next, path);
      case Op::gap:
      case Op::stop:
      case Op::match:
        if (path.size == 0) return false;
        found.push_back(path);
        return true;
      case Op::choice:
        for (std::size_t n = i.a; n < std::size_t{i.a} + i.b; ++n) {
          const auto& ways = p_.choices.targets;
          if ((n == i.a || ways[n] != ways[n - 1]) && !from(ways[n], path)) return false;
        }
        return true;
      case Op::jump:
        return from(i.a, path);
      case Op::start:
        return from(next, path);
    }
    return false;
  }

  std::vector<Path> found;

 private:
  /// Adds a letter; true where the path is then as long as asked for, and noted.
  bool take(char16_t c, std::uint16_t pc, const Entry& rest, Path& path) {
    if (path.size == 0) path.after[0].pc = pc;
    path.next[0] = ~std::uint64_t{0};
    path.letters[path.size++] = c;
    path.after[path.size] = {rest.pc, rest.skip, path.size};
    const Instruction& i = p_.code[rest.pc];
    path.next[path.size] = rest.skip == 0 ? i.first : letter_bit(p_.words[i.a + rest.skip]);
    if (path.size < depth_) return false;
    found.push_back(path);
    return true;
  }

  const Program& p_;
  std::size_t depth_;
};

}  // namespace

std::optional<std::vector<Path>> paths(const Program& program, std::size_t depth) {
  constexpr std::size_t many = 64;
  for (;; --depth) {
    PathWalk walk(program, depth);
    if (!walk.from(0, {})) return std::nullopt;
    if (walk.found.size() <= many || depth <= 2) return std::move(walk.found);
  }
}

std::size_t longest(const Program& program, std::size_t many) {
  // Jumps lead forward: from the end, what follows is known.
  std::vector<std::size_t> from(program.code.size());
  for (std::size_t pc = program.code.size(); pc-- > 0;) {
    const Instruction& i = program.code[pc];
    switch (i.op) {
      case Op::words:
        from[pc] = i.b + from[pc + 1];
        break;
      case Op::number:
        from[pc] = many;
        break;
      case Op::gap:
        from[pc] = i.b + from[pc + 1];
        break;
      case Op::choice:
        for (std::size_t n = i.a; n < std::size_t{i.a} + i.b; ++n)
          from[pc] = std::max(from[pc], from[program.choices.targets[n]]);
        break;
      case Op::jump:
        from[pc] = from[i.a];
        break;
      case Op::start:
      case Op::stop:
        from[pc] = from[pc + 1];
        break;
      case Op::match:
        break;
    }
  }
  return std::min(from.front(), many);
}

}  // namespace noticekit::phrase

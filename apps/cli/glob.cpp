#include "cli/glob.hpp"

#include <algorithm>

namespace noticekit::cli {
namespace {

std::size_t character_size(std::string_view s, std::size_t at) {
  std::size_t n = 1;
  while (at + n < s.size() && (static_cast<unsigned char>(s[at + n]) & 0xC0) == 0x80) ++n;
  return n;
}

/// Matches one character of `text` at `t` with the glob at `g`; moves both behind it.
bool step(std::string_view glob, std::size_t& g, std::string_view text, std::size_t& t) {
  const std::size_t n = character_size(text, t);
  const std::string_view c = text.substr(t, n);
  const std::size_t close = glob[g] == '[' ? glob.find(']', g + 2) : std::string_view::npos;
  if (glob[g] == '?') {
    ++g;
  } else if (close != std::string_view::npos) {
    const bool negated = glob[g + 1] == '!' || glob[g + 1] == '^';
    bool found = false;
    for (std::size_t i = g + (negated ? 2 : 1); i < close;) {
      const std::string_view low = glob.substr(i, character_size(glob, i));
      i += low.size();
      std::string_view high = low;
      if (i + 1 < close && glob[i] == '-') {
        high = glob.substr(i + 1, character_size(glob, i + 1));
        i += 1 + high.size();
      }
      found = found || (c >= low && c <= high);  // UTF-8 sorts as its code points do
    }
    if (found == negated) return false;
    g = close + 1;
  } else {
    if (glob.substr(g, n) != c) return false;
    g += n;
  }
  t += n;
  return true;
}

}  // namespace

bool matches(std::string_view glob, std::string_view text) {
  if (glob.find('/') == std::string_view::npos)
    text = text.substr(text.rfind('/') == std::string_view::npos ? 0 : text.rfind('/') + 1);
  std::size_t g = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // behind the last *, and where its match ends
  std::size_t end = 0;
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      end = t;
    } else if (g < glob.size() && step(glob, g, text, t)) {
      continue;
    } else if (star != std::string_view::npos) {
      g = star;
      t = end += character_size(text, end);
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

bool matches_any(const std::vector<std::string>& globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return matches(glob, path); });
}

bool is_chosen(std::string_view path, const std::vector<std::string>& include,
               const std::vector<std::string>& exclude) {
  return (include.empty() || matches_any(include, path)) && !matches_any(exclude, path);
}

}  // namespace noticekit::cli

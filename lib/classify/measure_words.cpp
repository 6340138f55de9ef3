#include "classify/measure_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t longest = 3, longest_opening = 2;
constexpr std::size_t least_length = 8;
constexpr float step = 0.4F;

struct Character {
  std::size_t at = 0, end = 0;
  std::string_view bytes;
};

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view out = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

float weight_of(char letter) {
  if (letter >= 'a' && letter <= 'z') return step * static_cast<float>(letter - 'a' + 1);
  if (letter >= 'A' && letter <= 'Z') return -step * static_cast<float>(letter - 'A' + 1);
  return 0;
}

char letter_of(float weight) {
  const int steps = static_cast<int>(std::lround(std::abs(weight) / step));
  if (steps == 0) return '.';
  return static_cast<char>((weight > 0 ? 'a' : 'A') + std::min(steps, 26) - 1);
}

}  // namespace

std::string write_measure_words(const LinearTask& task) {
  std::string types = "types", bias = "bias", rows;
  for (const LinearTask::Class& c : task.classes) {
    char number[32];
    const auto end =
        std::to_chars(number, number + sizeof number, c.bias, std::chars_format::fixed, 2);
    types.append(" ").append(c.id);
    bias.append(" ").append(number, end.ptr);
  }
  for (const std::string& feature : task.features) {
    std::string row;
    for (const float* w = task.row(feature); row.size() < task.classes.size(); ++w)
      row += letter_of(*w);
    if (row.find_first_not_of('.') != std::string::npos)
      rows.append(feature).append(" ").append(row).append("\n");
  }
  return types + "\n" + bias + "\n" + rows;
}

LinearTask read_measure_words(std::string_view file) {
  LinearTask out;
  const LinearTask malformed;
  out.features.reserve(static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')));
  while (!file.empty()) {
    std::string_view line = take(file, '\n');
    if (line.empty() || line[0] == '#') continue;
    const std::string_view word = take(line, ' ');
    if (word == "types") {
      while (!line.empty()) out.classes.push_back({std::string(take(line, ' '))});
    } else if (word == "bias") {
      for (LinearTask::Class& c : out.classes) {
        const std::string_view number = take(line, ' ');
        if (std::from_chars(number.data(), number.data() + number.size(), c.bias).ec != std::errc())
          return malformed;
      }
    } else {
      if (line.size() != out.classes.size()) return malformed;
      out.features.emplace_back(word);
      for (const char letter : line) out.weights.push_back(weight_of(letter));
    }
  }
  out.index_features();
  return out;
}

const LinearTask& measure_words() {
  static const LinearTask words = read_measure_words(embedded_measure_words());
  return words;
}

Features words_of(std::string_view text, Span measure) {
  Features out;
  std::size_t length = 0;
  std::vector<Character> run;
  bool opened = false;
  const auto put = [&](std::string name, std::size_t begin, std::size_t n) {
    for (std::size_t i = begin; i < std::min(begin + n, run.size()); ++i) {
      name += run[i].bytes;
      out.push_back({name, {run[begin].at, run[i].end}, 1});
    }
  };
  const auto end_run = [&] {
    for (std::size_t i = 0; i < run.size(); ++i) put("", i, longest);
    if (!opened && !run.empty() && run[0].bytes != "0") put("^", 0, longest_opening);
    opened = opened || !run.empty();
    run.clear();
  };
  for (std::size_t at = measure.begin.value; at < measure.end.value; ++length) {
    const char32_t c = utf8::at(text, at);
    const std::size_t end = at + utf8::length(static_cast<unsigned char>(text[at]));
    if (utf8::is_han(c) || is_letter(c)) {
      run.push_back({at, end, text.substr(at, end - at)});
    } else if (!utf8::is_ascii_digit(c)) {
      end_run();
    } else if (run.empty() || run.back().bytes != "0") {
      run.push_back({at, end, "0"});
    }
    at = end;
  }
  end_run();
  std::sort(out.begin(), out.end(), [](const Feature& a, const Feature& b) {
    return a.name != b.name ? a.name < b.name : a.span.begin < b.span.begin;
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Feature& a, const Feature& b) { return a.name == b.name; }),
            out.end());
  for (Feature& f : out)
    f.value = 1 / std::sqrt(static_cast<double>(std::max(length, least_length)));
  return out;
}

}  // namespace noticekit::labelling

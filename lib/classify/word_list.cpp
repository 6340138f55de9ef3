#include "classify/word_list.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>

#include "classify/words/embedded.hpp"

namespace noticekit {
namespace {

constexpr float step = 0.4F;
constexpr std::string_view labels =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view out = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

std::size_t label_of(char c) {
  if (c >= 'a') return static_cast<std::size_t>(c - 'a') + 36;
  if (c >= 'A') return static_cast<std::size_t>(c - 'A') + 10;
  return static_cast<std::size_t>(c - '0');
}

/// In steps; 0 for what is no letter.
int steps_of(char letter) {
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 1;
  if (letter >= 'A' && letter <= 'Z') return -(letter - 'A' + 1);
  return 0;
}

int steps_of(float weight) {
  return std::clamp(static_cast<int>(std::lround(weight / step)), -26, 26);
}

char letter_of(int steps) {
  return static_cast<char>(steps > 0 ? 'a' + steps - 1 : 'A' - steps - 1);
}

/// Reads the head and leaves the words; false where it is malformed.
bool read_head(std::string_view& file, std::vector<LinearTask::Class>& classes) {
  while (!file.empty() && file[0] == '#') take(file, '\n');
  std::string_view ids = take(file, '\n'), bias = take(file, '\n');
  if (take(ids, ' ') != "labels" || take(bias, ' ') != "bias") return false;
  while (!ids.empty()) {
    LinearTask::Class c{std::string(take(ids, ' '))};
    const std::string_view number = take(bias, ' ');
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), c.bias);
    if (error != std::errc() || end != number.data() + number.size()) return false;
    classes.push_back(std::move(c));
  }
  return bias.empty() && classes.size() <= labels.size();
}

}  // namespace

WordList::WordList(std::string_view file) : words_(file) {
  if (!read_head(words_, classes_)) classes_.clear();
}

bool WordList::Cursor::find(std::string_view word, float* row) {
  const std::string_view words = list_->words_;
  // Both are beginnings of lines: at_ of one that is not behind `word`, end of one that is.
  std::size_t stride = 64, end = at_;
  const auto line_at = [&](std::size_t at) {  // where the line begins that holds `at`
    const std::size_t before = at == 0 ? std::string_view::npos : words.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  };
  const auto word_at = [&](std::size_t line) {
    return words.substr(line, words.find(' ', line) - line);
  };
  while (end < words.size()) {
    end = std::min(end + stride, words.size());
    if (end == words.size()) break;
    end = line_at(end);
    if (end > at_ && word_at(end) > word) break;
    at_ = std::max(at_, end);
    stride *= 2;
  }
  while (at_ < end) {
    std::size_t middle = line_at(at_ + (end - at_) / 2);
    if (middle == at_) {  // its line reaches over the middle: the next one, if any
      const std::size_t next = words.find('\n', at_) + 1;
      if (next >= end) break;
      middle = next;
    }
    (word_at(middle) > word ? end : at_) = middle;
  }
  if (at_ >= words.size() || word_at(at_) != word) return false;
  for (std::size_t at = at_ + word.size() + 1; at + 1 < words.size() && words[at] != '\n'; at += 2)
    row[label_of(words[at])] += step * static_cast<float>(steps_of(words[at + 1]));
  return true;
}

std::string write_word_list(const LinearTask& task) {
  std::string ids = "labels", bias = "bias", rows;
  for (const LinearTask::Class& c : task.classes) {
    char number[32];
    const auto end =
        std::to_chars(number, number + sizeof number, c.bias, std::chars_format::fixed, 2);
    ids.append(" ").append(c.id);
    bias.append(" ").append(number, end.ptr);
  }
  for (const std::string& feature : task.features) {
    std::string row;
    const float* weights = task.row(feature);
    for (std::size_t c = 0; c < task.classes.size(); ++c) {
      const int steps = steps_of(weights[c]);
      if (steps != 0) row.append({labels[c], letter_of(steps)});
    }
    if (!row.empty()) rows.append(feature).append(" ").append(row).append("\n");
  }
  return ids + "\n" + bias + "\n" + rows;
}

std::string fault_of_word_list(std::string_view file) {
  std::vector<LinearTask::Class> classes;
  if (!read_head(file, classes)) return "head";
  if (!file.empty() && file.back() != '\n') return "the last line has no end";
  std::string_view last;
  while (!file.empty()) {
    std::string_view line = take(file, '\n');
    const std::string_view word = take(line, ' ');
    if (word <= last) return "out of order: " + std::string(word);
    last = word;
    if (line.empty() || line.size() % 2 != 0) return "half a weight: " + std::string(word);
    for (std::size_t i = 0; i < line.size(); i += 2) {
      const std::size_t label = labels.find(line[i]);
      if (label >= classes.size() || steps_of(line[i + 1]) == 0)
        return "no weight of a label: " + std::string(word);
    }
  }
  return {};
}

const EmbeddedWords* embedded_words(std::string_view kind) {
  for (const EmbeddedWords& e : embedded_word_lists()) {
    if (e.kind == kind) return &e;
  }
  return nullptr;
}

const WordList* built_in_words(std::string_view kind) {
  static const std::deque<std::pair<std::string_view, WordList>> lists = [] {
    std::deque<std::pair<std::string_view, WordList>> out;
    for (const EmbeddedWords& e : embedded_word_lists()) out.emplace_back(e.kind, e.file);
    return out;
  }();
  for (const auto& [name, list] : lists) {
    if (name == kind) return &list;
  }
  return nullptr;
}

}  // namespace noticekit

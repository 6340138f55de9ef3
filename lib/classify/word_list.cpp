#include "classify/word_list.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

/// In steps; 0 for what is no letter.
constexpr int steps_of(char letter) {
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 1;
  if (letter >= 'A' && letter <= 'Z') return -(letter - 'A' + 1);
  return 0;
}

/// What the characters of a pair stand for: looked up, for which of them comes next can not be
/// foretold.
struct Meaning {
  std::array<std::uint8_t, 256> label{};
  std::array<float, 256> weight{};
};
constexpr Meaning meaning = [] {
  Meaning m;
  for (std::size_t i = 0; i < labels.size(); ++i)
    m.label[static_cast<unsigned char>(labels[i])] = static_cast<std::uint8_t>(i);
  for (std::size_t c = 0; c < 128; ++c)
    m.weight[c] = step * static_cast<float>(steps_of(static_cast<char>(c)));
  return m;
}();

int steps_of(float weight) {
  return std::clamp(static_cast<int>(std::lround(weight / step)), -26, 26);
}

char letter_of(int steps) {
  return static_cast<char>(steps > 0 ? 'a' + steps - 1 : 'A' - steps - 1);
}

std::size_t hash_of(NGram word) { return word.bits() * 0x9E3779B97F4A7C15ULL >> 32; }

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
  if (read_head(words_, classes_) && (words_.empty() || words_.back() == '\n')) return;
  classes_.clear();
  words_ = {};
}

void WordList::index_words() const {
  const auto lines = static_cast<std::size_t>(std::count(words_.begin(), words_.end(), '\n'));
  slots_.assign(std::bit_ceil(2 * lines + 1), {});
  for (std::size_t at = 0; at < words_.size(); at = words_.find('\n', at) + 1) {
    const std::size_t space = words_.find(' ', at);
    const NGram word = NGram::of(words_.substr(at, space - at)).value_or(NGram());
    std::size_t slot = hash_of(word);
    while (slots_[slot & (slots_.size() - 1)].place != 0) ++slot;
    slots_[slot & (slots_.size() - 1)] = {word, static_cast<std::uint32_t>(space + 1)};
  }
}

const std::vector<WordList::Slot>& WordList::slots() const {
  std::call_once(indexed_, [this] { index_words(); });
  return slots_;
}

std::optional<std::uint32_t> WordList::find(NGram word) const {
  const std::vector<Slot>& all = slots();
  for (std::size_t i = hash_of(word);; ++i) {
    const Slot& slot = all[i & (all.size() - 1)];
    if (slot.place == 0) return std::nullopt;
    if (slot.word == word) return slot.place;
  }
}

void WordList::add_weights(std::uint32_t place, float* row) const {
  const auto* c = reinterpret_cast<const unsigned char*>(words_.data() + place);
  for (; *c != '\n'; c += 2) row[meaning.label[c[0]]] += meaning.weight[c[1]];
}

void WordList::fetch(NGram word) const {
  const std::vector<Slot>& all = slots();
  __builtin_prefetch(&all[hash_of(word) & (all.size() - 1)]);
}

void WordList::fetch(std::uint32_t place) const { __builtin_prefetch(words_.data() + place); }

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
    if (!NGram::of(word)) return "no n-gram: " + std::string(word);
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

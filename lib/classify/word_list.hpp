// What single words say about labels, where no rule names them: weights learnt from labelled
// texts, one file per kind of label in lib/classify/words. Comes after linear_model.hpp and
// n_gram.hpp; predict.hpp asks for words of a text.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classify/linear_model.hpp"
#include "classify/n_gram.hpp"

namespace noticekit {

/// A file of words as it lies in memory. Its head is read when it is opened; where its words stand,
/// when the first one is asked for; their weights, one by one. So a start costs next to nothing.
///
///   # about
///   labels ID ...
///   bias NUMBER ...
///   WORD LABEL WEIGHT LABEL WEIGHT ...     ascending by WORD, which is an n-gram
///
/// LABEL is one character, 0 to 9, A to Z, a to z by the order of the head; WEIGHT is one letter,
/// a to z for and A to Z against, each step 0.4. No space stands between them.
class WordList {
 public:
  /// `file` must outlive the list. Empty where the head is malformed or the last line has no end.
  explicit WordList(std::string_view file);

  [[nodiscard]] const std::vector<LinearTask::Class>& classes() const { return classes_; }
  [[nodiscard]] bool empty() const { return classes_.empty(); }

  /// A word's place in the list; none where it is not known. May be called from several threads.
  [[nodiscard]] std::optional<std::uint32_t> find(NGram word) const;
  /// Adds the weights of the word at a place to `row`, classes().size() numbers.
  void add_weights(std::uint32_t place, float* row) const;
  /// Fetches what find() or add_weights() will read: a list is larger than the processor's caches,
  /// and a text asks for a thousand words.
  void fetch(NGram word) const;
  void fetch(std::uint32_t place) const;

 private:
  /// By the hash of a word. No file has a word at its first byte: 0 is free.
  struct Slot {
    NGram word;
    std::uint32_t place = 0;  ///< where its weights begin among the lines
  };

  void index_words() const;
  [[nodiscard]] const std::vector<Slot>& slots() const;

  std::vector<LinearTask::Class> classes_;
  std::string_view words_;  ///< the lines below the head
  mutable std::once_flag indexed_;
  mutable std::vector<Slot> slots_;  ///< a power of two of them
};

/// A file of that form, weights rounded to steps; words that say nothing are left out.
std::string write_word_list(const LinearTask& task);
/// Why a file is malformed, head or words; empty if it is not.
std::string fault_of_word_list(std::string_view file);

/// A file compiled in, and its SHA-256, which goes into the digest of the rules in force.
struct EmbeddedWords {
  std::string_view kind;  ///< "topics": of taxonomy/topics.json
  std::string_view file;
  std::string_view sum;
};
/// Those of a kind of label; null where it has none.
const EmbeddedWords* embedded_words(std::string_view kind);
const WordList* built_in_words(std::string_view kind);

}  // namespace noticekit

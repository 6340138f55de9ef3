// What the last run saw, kept in a file between runs. Two runs with one file do not meet: the
// second is told so. Comes after file.hpp.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "cli/file.hpp"
#include "noticekit/record.hpp"
#include "noticekit/unread.hpp"

namespace noticekit::cli {

class State {
 public:
  State() = default;
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// Takes the lock FILE.lock until the end, and begins the new state aside. **Errors**:
  /// write_failed, here and below.
  std::optional<Error> open(const std::string& path);
  /// Whether an earlier run left a state.
  [[nodiscard]] bool has_earlier() const { return has_earlier_; }
  /// A notice of this run.
  std::optional<Error> add(const LabelledNotice& labelled);
  /// What could not be read this time: what was known of it stands, and the next run knows that it
  /// was told.
  std::optional<Error> keep(const ErrorRecord& e);
  /// Puts the new state in the place of the old one. Until then a run that ends leaves the old one.
  std::optional<Error> close();

 private:
  std::optional<Error> lock();
  std::optional<Error> copy_kept();

  std::string path_;
  int lock_ = -1;
  bool has_earlier_ = false;
  Unread unread_;
  bool any_unread_ = false;
  std::map<std::string, std::size_t> added_;  // ids of this run: what they were before is replaced
  Output output_;
  std::string line_;
};

}  // namespace noticekit::cli

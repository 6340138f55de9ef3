// The only writer to standard error: one line a message, always program, place, code, sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "noticekit/error.hpp"

namespace noticekit::cli {

class Progress;

/// Writes messages; counts errors even where it is told to be quiet.
class Diagnostics {
 public:
  Diagnostics(std::string program, bool quiet) : program_(std::move(program)), quiet_(quiet) {}

  /// `program: path:line: code: sentence`
  void error(const Error& error);
  /// Errors that an earlier program has told already: they count, and are told as a number.
  void passed_on(std::uint64_t errors);
  /// A sentence for people that is no failure.
  void note(std::string_view sentence);
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  /// A check that the user asked to fail the run did find something.
  void fail_check() { check_failed_ = true; }
  [[nodiscard]] bool check_failed() const { return check_failed_; }
  /// What to erase before a message; null: nothing.
  void set_progress(Progress* progress) { progress_ = progress; }

 private:
  void line(std::string_view text);

  std::string program_;
  bool quiet_;
  std::uint64_t errors_ = 0;
  bool check_failed_ = false;
  Progress* progress_ = nullptr;
};

/// path:line, path:/pointer, path: byte N: as much of the place as is known.
std::string place_of(const Where& where);

/// `text` with control characters written as \xNN: a message stays one line whatever a file is
/// called.
std::string on_one_line(std::string_view text);

}  // namespace noticekit::cli

// Progress on a terminal. The only code that asks what the standard streams are.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace noticekit::cli {

/// A line on standard error that counts documents; erased before any message and at the end.
class Progress {
 public:
  /// `when`: auto (standard error is a terminal and standard output is not), never, always.
  explicit Progress(const std::string& when);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step() {
    ++done_;
    if (shown_) show();
  }
  void erase();

 private:
  void show();

  bool shown_;
  bool on_line_ = false;
  std::uint64_t done_ = 0;
  std::chrono::steady_clock::time_point last_;
};

bool standard_input_is_terminal();
/// Columns of the terminal that standard output is; 0 where it is none.
unsigned terminal_columns();

}  // namespace noticekit::cli

// Progress on a terminal. The only code that asks whether standard error is one.
#pragma once

#include <cstddef>
#include <string>

namespace noticekit::cli {

class Progress {
 public:
  /// `when`: auto (standard error is a terminal and standard output is not), never, always.
  Progress(const std::string& when, std::size_t total);
  void step();
  void erase();

 private:
  bool shown_;
  bool on_line_ = false;
  std::size_t total_;
  std::size_t done_ = 0;
};

/// Whether standard input is a terminal: then a person waits for something that will not come by
/// itself.
bool standard_input_is_terminal();

}  // namespace noticekit::cli

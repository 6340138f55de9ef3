#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace noticekit::cli {

Progress::Progress(const std::string& when, std::size_t total)
    : shown_(when == "always" || (when == "auto" && ::isatty(2) != 0 && ::isatty(1) == 0)),
      total_(total) {}

void Progress::step() {
  ++done_;
  if (!shown_ || done_ % 64 != 0) return;
  std::fprintf(stderr, "\r%zu / %zu", done_, total_);
  on_line_ = true;
}

void Progress::erase() {
  if (!on_line_) return;
  std::fputs("\r\033[K", stderr);
  on_line_ = false;
}

bool standard_input_is_terminal() { return ::isatty(0) != 0; }

}  // namespace noticekit::cli

#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace noticekit::cli {
namespace {

void to_standard_error(const std::string& text) {
  [[maybe_unused]] const auto written = ::write(2, text.data(), text.size());
}

}  // namespace

Progress::Progress(const std::string& when)
    : shown_(when == "always" || (when == "auto" && ::isatty(2) != 0 && ::isatty(1) == 0)),
      last_(std::chrono::steady_clock::now()) {}

void Progress::show() {
  constexpr auto pause = std::chrono::milliseconds(100);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < pause) return;
  last_ = now;
  to_standard_error("\r" + std::to_string(done_) + " documents");
  on_line_ = true;
}

void Progress::erase() {
  if (!on_line_) return;
  to_standard_error("\r\033[K");
  on_line_ = false;
}

bool standard_input_is_terminal() { return ::isatty(0) != 0; }

unsigned terminal_columns() {
  winsize size{};
  return ::ioctl(1, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace noticekit::cli

// What went wrong in a run, and what was left alone: told as it happens, written to --errors FILE,
// summed up at the end. Comes after tool.hpp.
#pragma once

#include <cstdint>
#include <optional>

#include "cli/file.hpp"
#include "cli/stream.hpp"
#include "cli/tool.hpp"

namespace noticekit::cli {

class Failures {
 public:
  explicit Failures(const Run& run) : run_(run) {}

  /// Opens --errors FILE, if there is one. **Errors**: write_failed, here and below.
  std::optional<Error> open();
  [[nodiscard]] bool has_file() const { return has_file_; }
  /// Tells and counts what failed in `made`; writes its error records to the file.
  std::optional<Error> add(const Made& made);
  /// Puts the file in its place; tells the sums.
  std::optional<Error> close();

 private:
  const Run& run_;
  Output file_;
  bool has_file_ = false;
  std::uint64_t unread_ = 0;
  std::uint64_t passed_on_ = 0;
};

}  // namespace noticekit::cli

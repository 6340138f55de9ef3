// Members of a ZIP or a tar.gz in memory, one after another, with the limits kept while they are
// unpacked. libarchive does both, so that DOCX and archives have one library.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

/// What all archives of one document share: bytes unpacked so far, and the clock.
struct Budget {
  Deadline deadline;
  std::uint64_t unpacked = 0;
  std::uint64_t packed = 0;  ///< bytes of the outermost file
};

class Archive {
 public:
  /// `bytes` must outlive this. **Errors**: damaged_file.
  Archive(std::string_view bytes, Format format, const Source& source, const Limits& limits,
          Budget& budget);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next regular file: its name as the archive has it, bytes of any encoding. False at the
  /// end, or where error() tells of damage.
  bool next(std::string& name);
  /// Unpacks the file that next() named. False where error() says why not.
  bool read(std::string& out);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// Whether the failure is of one member, and the next may be read.
  [[nodiscard]] bool may_go_on() const { return may_go_on_; }

 private:
  struct Handle;
  void fail(Errc code, std::string message);
  bool within_budget();

  std::unique_ptr<Handle> handle_;
  const Source& source_;
  const Limits& limits_;
  Budget& budget_;
  std::optional<Error> error_;
  bool may_go_on_ = false;
};

}  // namespace noticekit

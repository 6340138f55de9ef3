// Files: read whole into a reused buffer; written aside and renamed when whole.
#pragma once

#include <optional>
#include <string>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// Reads a whole file. **Errors**: missing_path, unreadable_file, too_large.
std::optional<Error> read_file(const std::string& path, std::string& buffer);

/// Standard input or a file, line by line, in large reads. Lines may be of any length.
class LineReader {
 public:
  /// "-" is standard input. **Errors** of opening: see failed().
  explicit LineReader(const std::string& path);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  [[nodiscard]] const std::optional<Error>& failed() const { return error_; }
  /// The next line without '\n'; false at the end.
  bool next(std::string& line);

 private:
  int fd_ = -1;
  std::string buffer_;
  std::size_t at_ = 0;
  bool end_ = false;
  std::optional<Error> error_;
};

/// All of standard input.
std::optional<Error> read_standard_input(std::string& buffer);

/// Where results go: standard output, or a file that appears whole or not at all.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Empty or "-": standard output. **Errors**: write_failed.
  std::optional<Error> open(const std::string& path);
  std::optional<Error> write(std::string_view bytes);
  /// Flushes; renames the file into place.
  std::optional<Error> close();

 private:
  std::optional<Error> flush();
  std::optional<Error> fault(const char* what) const;

  int fd_ = 1;
  std::string path_;
  std::string aside_;
  std::string buffer_;
};

/// Writes one small file aside and renames it; makes the folders above it.
std::optional<Error> write_file(const std::string& path, std::string_view bytes);

}  // namespace noticekit::cli

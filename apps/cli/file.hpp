// Files: read whole into a reused buffer, or line by line; written aside and renamed when whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// Whether two paths lead to one file or folder that exists.
bool is_same_file(const std::string& a, const std::string& b);

/// bad_usage where writing to `target`, which `option` names, would destroy one of the files that
/// are read.
std::optional<Error> refuse_overwriting(std::string_view option, const std::string& target,
                                        const std::vector<std::string>& read);

/// Reads a whole file. **Errors**: missing_path, unreadable_file, too_large.
std::optional<Error> read_file(const std::string& path, std::string& buffer);

/// Reads all of standard input. **Errors**: unreadable_file, too_large.
std::optional<Error> read_standard_input(std::string& buffer);

/// A file or standard input, line by line, in large reads. Lines may be of any length up to the
/// limit of a file.
class LineReader {
 public:
  LineReader() = default;
  ~LineReader() { close(); }
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// "-" is standard input. **Errors**: missing_path, unreadable_file.
  std::optional<Error> open(const std::string& path);
  void close();
  /// The next line without '\n', until the next call; nothing at the end, or where reading failed.
  std::optional<std::string_view> next();
  /// Whether some line among the first ones begins as a record does, with '{'; true for an empty
  /// file.
  bool looks_like_records();
  /// What ended the lines before their end. **Errors**: unreadable_file, too_large.
  [[nodiscard]] const std::optional<Error>& failed() const { return error_; }

 private:
  bool fill();

  int fd_ = -1;
  std::string path_;
  std::string buffer_;
  std::size_t at_ = 0;   // of the next line in buffer_
  std::size_t end_ = 0;  // of the bytes in buffer_
  bool at_end_ = false;
  std::optional<Error> error_;
};

/// Where results go: standard output, or a file that appears whole or not at all.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Empty or "-": standard output. A device or pipe is written to as it is.
  /// **Errors**: write_failed, here and below.
  std::optional<Error> open(const std::string& path);
  std::optional<Error> write(std::string_view bytes);
  /// Writes what is buffered; puts the file in its place. Without it there is no file.
  std::optional<Error> close();

 private:
  std::optional<Error> flush();
  std::optional<Error> put(std::string_view bytes);
  std::optional<Error> put_in_place();
  [[nodiscard]] Error fault(const char* what) const;

  int fd_ = 1;
  bool is_open_ = false;   // a file of ours, to be closed
  bool nameless_ = false;  // O_TMPFILE: nothing to clean up however we end
  std::string path_;       // as given
  std::string target_;     // the same, links followed; empty where there is nothing to rename
  std::string aside_;
  std::string buffer_;
};

/// Writes one file aside and renames it; makes the folders above it.
std::optional<Error> write_file(const std::string& path, std::string_view bytes);

}  // namespace noticekit::cli

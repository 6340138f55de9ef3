#include "cli/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <system_error>

#include "cli/inputs.hpp"

namespace noticekit::cli {
namespace {

constexpr std::size_t chunk = std::size_t{256} * 1024;
constexpr std::uint64_t size_limit = std::uint64_t{1} << 30;

Error file_error(Errc code, const std::string& path, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = printable(path);
  return e;
}

Error open_error(const std::string& path) {
  const int why = errno;
  if (why == ENOENT || why == ENOTDIR)
    return file_error(Errc::missing_path, path, "no such file or folder; check the name");
  std::string message = "cannot be opened: ";
  message += std::strerror(why);
  message += why == EMFILE || why == ENFILE ? "; use fewer workers" : "; check its permissions";
  return file_error(Errc::unreadable_file, path, std::move(message));
}

Error read_error(const std::string& path) {
  std::string message = "cannot be read: ";
  message += errno == EISDIR ? "it is a folder" : std::strerror(errno);
  return file_error(Errc::unreadable_file, path, std::move(message));
}

Error too_large(const std::string& path, const char* what) {
  std::string message = what;
  message += " has more than 1 GiB; a notice is never that long, split it";
  return file_error(Errc::too_large, path, std::move(message));
}

ssize_t read_some(int fd, char* to, std::size_t size) {
  ssize_t n = 0;
  do n = ::read(fd, to, size);
  while (n < 0 && errno == EINTR);
  return n;
}

/// Reads to the end; `buffer` already has the size that is expected, and one byte more so that the
/// end is seen without another call.
std::optional<Error> read_to_end(int fd, const std::string& path, std::string& buffer) {
  std::size_t used = 0;
  for (;;) {
    if (used == buffer.size()) buffer.resize(std::max(2 * buffer.size(), chunk));
    const ssize_t n = read_some(fd, buffer.data() + used, buffer.size() - used);
    if (n < 0) return read_error(path);
    used += static_cast<std::size_t>(n);
    if (used > size_limit) return too_large(path, "the file");
    if (n == 0) break;
  }
  buffer.resize(used);
  return std::nullopt;
}

}  // namespace

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat x {};
  struct stat y {};
  return ::stat(a.c_str(), &x) == 0 && ::stat(b.c_str(), &y) == 0 && x.st_dev == y.st_dev &&
         x.st_ino == y.st_ino;
}

std::optional<Error> refuse_overwriting(std::string_view option, const std::string& target,
                                        const std::vector<std::string>& read) {
  if (target.empty() || target == "-") return std::nullopt;
  for (const std::string& path : read) {
    if (is_same_file(path, target))
      return file_error(
          Errc::bad_usage, path,
          std::string(option) + " names a file that is read, and would overwrite it; name another");
  }
  return std::nullopt;
}

std::optional<Error> read_file(const std::string& path, std::string& buffer) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return open_error(path);
  struct stat st {};
  std::optional<Error> error;
  if (::fstat(fd, &st) != 0) {
    error = read_error(path);
  } else if (S_ISREG(st.st_mode) && static_cast<std::uint64_t>(st.st_size) > size_limit) {
    error = too_large(path, "the file");
  } else {
    buffer.resize(S_ISREG(st.st_mode) ? static_cast<std::size_t>(st.st_size) + 1 : chunk);
    error = read_to_end(fd, path, buffer);
  }
  ::close(fd);
  return error;
}

std::optional<Error> read_standard_input(std::string& buffer) {
  buffer.resize(chunk);
  return read_to_end(0, "-", buffer);
}

std::optional<Error> LineReader::open(const std::string& path) {
  close();
  at_ = end_ = 0;
  at_end_ = false;
  error_.reset();
  path_ = path;
  fd_ = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) return open_error(path);
  while (end_ < 3 && fill()) {
  }
  // A byte order mark is no part of the first record.
  if (end_ >= 3 && std::memcmp(buffer_.data(), "\xEF\xBB\xBF", 3) == 0) at_ = 3;
  return error_;
}

void LineReader::close() {
  if (fd_ > 0) ::close(fd_);
  fd_ = -1;
}

/// Reads once more behind what is there. False at the end.
bool LineReader::fill() {
  if (at_end_) return false;
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (end_ > size_limit) {
    error_ = too_large(path_, "one line");
    at_end_ = true;
    end_ = 0;
    return false;
  }
  if (buffer_.size() - end_ < chunk / 2) buffer_.resize(std::max(2 * buffer_.size(), chunk));
  const ssize_t n = read_some(fd_, buffer_.data() + end_, buffer_.size() - end_);
  if (n < 0) error_ = read_error(path_);
  at_end_ = n <= 0;
  end_ += n > 0 ? static_cast<std::size_t>(n) : 0;
  return !at_end_;
}

std::optional<std::string_view> LineReader::next() {
  std::size_t seen = 0;  // bytes of the line without '\n', so that a long line is searched once
  for (;;) {
    const char* const line = buffer_.data() + at_;
    const std::size_t left = end_ - at_;
    if (left > seen) {
      if (const void* nl = std::memchr(line + seen, '\n', left - seen)) {
        const auto length = static_cast<std::size_t>(static_cast<const char*>(nl) - line);
        at_ += length + 1;
        return std::string_view(line, length);
      }
    }
    seen = left;
    if (fill()) continue;
    if (end_ == at_) return std::nullopt;
    const std::string_view last(buffer_.data() + at_, end_ - at_);
    at_ = end_;
    return last;
  }
}

bool LineReader::looks_like_records() {
  const std::string_view head(buffer_.data() + at_, end_ - at_);
  bool empty = true;
  bool at_line_start = true;
  for (const char c : head) {
    if (c == '\n') at_line_start = true;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    if (at_line_start && c == '{') return true;
    empty = at_line_start = false;
  }
  return empty;
}

Output::~Output() {
  if (is_open_) ::close(fd_);
  if (is_open_ && !nameless_ && !aside_.empty()) ::unlink(aside_.c_str());
}

Error Output::fault(const char* what) const {
  std::string message = what;
  message += ": ";
  message += std::strerror(errno);
  message += "; check the folder, its permissions and free space";
  return file_error(Errc::write_failed, path_.empty() ? "standard output" : path_,
                    std::move(message));
}

std::optional<Error> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return std::nullopt;
  path_ = path;
  struct stat st {};
  const bool exists = ::stat(path.c_str(), &st) == 0;
  if (exists && !S_ISREG(st.st_mode)) {
    fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    is_open_ = fd_ >= 0;
    return is_open_ ? std::nullopt : std::optional(fault("cannot be written"));
  }
  target_ = real_path(path);
  const std::size_t slash = target_.rfind('/');
  const std::string folder = slash == std::string::npos ? "./" : target_.substr(0, slash + 1);
  // Hidden from folder walks, and short: the name itself may be as long as a name can be.
  aside_ = folder + ".part" + std::to_string(::getpid()) + "-" +
           std::to_string(std::hash<std::string>()(target_));
  fd_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  nameless_ = fd_ >= 0;
  if (fd_ < 0) fd_ = ::open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) return fault("cannot be written");
  is_open_ = true;
  if (exists) [[maybe_unused]]
    const int kept = ::fchmod(fd_, st.st_mode & 07777);
  return std::nullopt;
}

std::optional<Error> Output::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() >= chunk) {
    if (auto e = flush()) return e;
    if (bytes.size() >= chunk) return put(bytes);
  }
  buffer_ += bytes;
  return std::nullopt;
}

std::optional<Error> Output::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fault("cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return std::nullopt;
}

std::optional<Error> Output::flush() {
  auto e = put(buffer_);
  buffer_.clear();
  return e;
}

std::optional<Error> Output::put_in_place() {
  if (nameless_) {
    const std::string name = "/proc/self/fd/" + std::to_string(fd_);
    ::unlink(aside_.c_str());  // of an earlier run that was killed
    if (::linkat(AT_FDCWD, name.c_str(), AT_FDCWD, aside_.c_str(), AT_SYMLINK_FOLLOW) != 0)
      return fault("cannot be put in place");
    nameless_ = false;
  }
  if (::rename(aside_.c_str(), target_.c_str()) != 0) return fault("cannot be put in place");
  aside_.clear();
  return std::nullopt;
}

std::optional<Error> Output::close() {
  if (auto e = flush()) return e;
  if (!is_open_) return std::nullopt;
  if (!target_.empty()) {
    if (auto e = put_in_place()) return e;
  }
  is_open_ = false;
  if (::close(fd_) != 0) return fault("cannot be written");
  return std::nullopt;
}

std::optional<Error> write_file(const std::string& path, std::string_view bytes) {
  std::error_code ec;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ec);
  Output out;
  if (auto e = out.open(path)) return e;
  if (auto e = out.write(bytes)) return e;
  return out.close();
}

}  // namespace noticekit::cli

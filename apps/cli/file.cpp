#include "cli/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace noticekit::cli {
namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr std::uint64_t size_limit = std::uint64_t{1} << 30;

Error file_error(Errc code, const std::string& path, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = path;
  return e;
}

Error open_error(const std::string& path) {
  const int why = errno;
  if (why == ENOENT || why == ENOTDIR) {
    return file_error(Errc::missing_path, path, "no such file or folder; check the name");
  }
  return file_error(
      Errc::unreadable_file, path,
      std::string("cannot be opened: ") + std::strerror(why) + "; check its permissions");
}

/// read(2) until `size` bytes or the end.
bool read_all(int fd, std::string& buffer) {
  std::size_t used = 0;
  for (;;) {
    if (buffer.size() - used < 4096) buffer.resize(buffer.size() + chunk);
    const ssize_t n = ::read(fd, buffer.data() + used, buffer.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used > size_limit) break;
  }
  buffer.resize(used);
  return true;
}

}  // namespace

std::optional<Error> read_file(const std::string& path, std::string& buffer) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return open_error(path);
  struct stat st {};
  std::optional<Error> error;
  if (::fstat(fd, &st) != 0) {
    error = file_error(Errc::unreadable_file, path, "cannot be read; check its permissions");
  } else if (S_ISDIR(st.st_mode)) {
    error = file_error(Errc::unreadable_file, path, "is a folder where a file is expected");
  } else if (!S_ISREG(st.st_mode)) {
    error = file_error(Errc::unreadable_file, path, "is no regular file; copy its contents to one");
  } else if (static_cast<std::uint64_t>(st.st_size) > size_limit) {
    error = file_error(Errc::too_large, path,
                       "has more than 1 GiB; a notice is never that long, split the file");
  } else {
    // One byte more than the size: the read that finds the end needs no further call.
    buffer.resize(static_cast<std::size_t>(st.st_size) + 1);
    std::size_t used = 0;
    while (used < buffer.size()) {
      const ssize_t n = ::read(fd, buffer.data() + used, buffer.size() - used);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0)
        error = file_error(Errc::unreadable_file, path,
                           std::string("cannot be read: ") + std::strerror(errno));
      if (n <= 0) break;
      used += static_cast<std::size_t>(n);
    }
    buffer.resize(used);
  }
  ::close(fd);
  return error;
}

LineReader::LineReader(const std::string& path) {
  fd_ = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) error_ = open_error(path);
}

LineReader::~LineReader() {
  if (fd_ > 0) ::close(fd_);
}

bool LineReader::next(std::string& line) {
  if (fd_ < 0) return false;
  std::size_t search = at_;
  for (;;) {
    const std::size_t nl = buffer_.find('\n', search);
    if (nl != std::string::npos) {
      line.assign(buffer_, at_, nl - at_);
      at_ = nl + 1;
      return true;
    }
    if (end_) {
      if (at_ == buffer_.size()) return false;
      line.assign(buffer_, at_, std::string::npos);
      at_ = buffer_.size();
      return true;
    }
    buffer_.erase(0, at_);
    at_ = 0;
    search = buffer_.size();
    buffer_.resize(search + chunk);
    ssize_t n = 0;
    do n = ::read(fd_, buffer_.data() + search, chunk);
    while (n < 0 && errno == EINTR);
    buffer_.resize(search + (n > 0 ? static_cast<std::size_t>(n) : 0));
    end_ = n <= 0;
  }
}

std::optional<Error> read_standard_input(std::string& buffer) {
  buffer.clear();
  if (!read_all(0, buffer))
    return file_error(Errc::unreadable_file, "-", "standard input cannot be read");
  return std::nullopt;
}

Output::~Output() {
  if (!aside_.empty()) {
    ::close(fd_);
    ::unlink(aside_.c_str());
  }
}

std::optional<Error> Output::fault(const char* what) const {
  return file_error(Errc::write_failed, path_.empty() ? "-" : path_,
                    std::string(what) + ": " + std::strerror(errno) +
                        "; check the folder, its permissions and free space");
}

std::optional<Error> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return std::nullopt;
  path_ = path;
  std::string aside = path + ".part" + std::to_string(::getpid());
  fd_ = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) return fault("cannot be written");
  aside_ = std::move(aside);
  return std::nullopt;
}

std::optional<Error> Output::write(std::string_view bytes) {
  buffer_ += bytes;
  return buffer_.size() >= chunk ? flush() : std::nullopt;
}

std::optional<Error> Output::flush() {
  for (std::size_t done = 0; done < buffer_.size();) {
    const ssize_t n = ::write(fd_, buffer_.data() + done, buffer_.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fault("cannot be written");
    done += static_cast<std::size_t>(n);
  }
  buffer_.clear();
  return std::nullopt;
}

std::optional<Error> Output::close() {
  if (auto e = flush()) return e;
  if (aside_.empty()) return std::nullopt;
  const bool written = ::fsync(fd_) == 0 && ::close(fd_) == 0;
  if (!written || ::rename(aside_.c_str(), path_.c_str()) != 0)
    return fault("cannot be put in place");
  aside_.clear();
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

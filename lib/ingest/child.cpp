#include "ingest/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace noticekit {
namespace {

class File {
 public:
  explicit File(int fd = -1) : fd_(fd) {}
  ~File() { close(); }
  File(File&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  File& operator=(File&&) = delete;
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

struct Pipe {
  File read, write;
  Pipe() : Pipe(make()) {}

 private:
  explicit Pipe(std::array<int, 2> fds) : read(fds[0]), write(fds[1]) {}
  static std::array<int, 2> make() {
    std::array<int, 2> fds = {-1, -1};
    return ::pipe2(fds.data(), O_CLOEXEC) == 0 ? fds : std::array<int, 2>{-1, -1};
  }
};

/// A file in memory: helpers seek in their input, and nothing is left in any folder.
File input_file(std::string_view bytes) {
  File file(::memfd_create("document", MFD_CLOEXEC));
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n <= 0) {
      if (n < 0 && errno == EINTR) continue;
      return File();
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

void limit(int what, std::uint64_t most) {
  const rlimit to = {most, most};
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &to);
}

/// In the child: only what may be called between fork and exec.
[[noreturn]] void become(const ChildRun& run, char* const* arguments, int in, int out, int err,
                         int told) {
  ::setpgid(0, 0);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(err, 2);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, run.seconds);
  limit(RLIMIT_FSIZE, run.most_output);
  if (run.memory != 0) limit(RLIMIT_AS, run.memory);
  ::execvp(arguments[0], arguments);
  const char why = errno == ENOENT ? 'm' : 'f';
  [[maybe_unused]] const ssize_t n = ::write(told, &why, 1);
  ::_exit(127);
}

/// Reads both pipes until they close; false where the helper is late or writes too much.
ChildResult::End collect(const ChildRun& run, const Deadline& deadline, Pipe& out, Pipe& err,
                         ChildResult& result) {
  std::array<pollfd, 2> fds = {{{out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
  std::array<char, 65536> buffer;
  int open = 2;
  while (open > 0) {
    const int ready = ::poll(fds.data(), 2, deadline.milliseconds_left());
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return ChildResult::End::late;
    for (std::size_t i = 0; i < 2; ++i) {
      if (fds[i].revents == 0) continue;
      const ssize_t n = ::read(fds[i].fd, buffer.data(), buffer.size());
      if (n <= 0) {
        fds[i].fd = -1;
        --open;
        continue;
      }
      std::string& to = i == 0 ? result.output : result.errors;
      const auto size = static_cast<std::size_t>(n);
      if (i == 0 || to.size() < 4096) to.append(buffer.data(), size);
      if (result.output.size() > run.most_output) return ChildResult::End::too_much;
    }
  }
  return ChildResult::End::exited;
}

}  // namespace

ChildResult run_child(const ChildRun& run, const Deadline& deadline) {
  ChildResult result;
  std::vector<char*> arguments;
  for (const std::string& a : run.command) arguments.push_back(const_cast<char*>(a.c_str()));
  arguments.push_back(nullptr);
  const File input = input_file(run.input);
  Pipe out;
  Pipe err;
  Pipe told;
  const pid_t child = input.get() < 0 || told.read.get() < 0 ? -1 : ::fork();
  if (child == 0)
    become(run, arguments.data(), input.get(), out.write.get(), err.write.get(), told.write.get());
  if (child < 0) {
    result.end = ChildResult::End::killed;
    result.errors = "no process can be started";
    return result;
  }
  ::setpgid(child, child);
  out.write.close();
  err.write.close();
  told.write.close();
  result.end = collect(run, deadline, out, err, result);
  if (result.end != ChildResult::End::exited) ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ::kill(-child, SIGKILL);  // whatever it started
  char why = 0;
  if (::read(told.read.get(), &why, 1) == 1 && why == 'm') {
    result.end = ChildResult::End::missing;
  } else if (result.end == ChildResult::End::exited && WIFSIGNALED(status)) {
    result.end = WTERMSIG(status) == SIGXCPU ? ChildResult::End::late : ChildResult::End::killed;
    result.status = WTERMSIG(status);
  } else {
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  }
  return result;
}

}  // namespace noticekit

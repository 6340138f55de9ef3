#include "cli/state.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/inputs.hpp"

namespace noticekit::cli {

State::~State() {
  if (lock_ >= 0) ::close(lock_);  // and with it the lock; the empty file stays
}

std::optional<Error> State::open(const std::string& path) {
  path_ = path;
  if (auto e = lock()) return e;
  has_earlier_ = ::access(path.c_str(), F_OK) == 0;
  return output_.open(path);
}

std::optional<Error> State::lock() {
  const std::string name = path_ + ".lock";
  lock_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  Error e{Errc::write_failed, {}, {}};
  e.where.path = printable(name);
  if (lock_ < 0) {
    e.message = "the lock cannot be made: " + std::string(std::strerror(errno)) +
                "; check the folder and its permissions";
    return e;
  }
  if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return std::nullopt;
  if (errno == EWOULDBLOCK) {
    e.message = "another run with this --state is still going; wait for it to end";
  } else {
    e.message = "cannot be locked: " + std::string(std::strerror(errno));
  }
  return e;
}

std::optional<Error> State::add(const LabelledNotice& labelled) {
  line_.clear();
  write_record(line_, labelled.notice, labelled.labels ? &*labelled.labels : nullptr);
  unread_.add_read();
  ++added_[labelled.notice.text.id];
  return output_.write(line_);
}

std::optional<Error> State::keep(const ErrorRecord& e) {
  unread_.add(e.id, e.stage, e.error);
  any_unread_ = true;
  line_.clear();
  write_record(line_, e);
  return output_.write(line_);
}

std::optional<Error> State::close() {
  if (auto e = copy_kept()) return e;
  return output_.close();
}

std::optional<Error> State::copy_kept() {
  if (!any_unread_ || !has_earlier_) return std::nullopt;
  LineReader lines;
  if (auto e = lines.open(path_)) return e;
  while (const auto line = lines.next()) {
    const auto record = read_record(*line);
    if (!record) continue;
    const auto* labelled = std::get_if<LabelledNotice>(&*record);
    if (labelled == nullptr) continue;
    const Text& text = labelled->notice.text;
    if (const auto now = added_.find(text.id); now != added_.end() && now->second > 0) {
      --now->second;
      continue;
    }
    if (!unread_.hides(text.id, text.source.path)) continue;
    if (auto e = output_.write(std::string(*line) + "\n")) return e;
    // Beside it that it was not seen, so that the next run does not tell this again.
    Error unseen{Errc::unreadable_file, "not seen in the last run, whose input was damaged", {}};
    line_.clear();
    write_record(line_, ErrorRecord{text.id, unseen_stage, std::move(unseen)});
    if (auto e = output_.write(line_)) return e;
  }
  return lines.failed();
}

}  // namespace noticekit::cli

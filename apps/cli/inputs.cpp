#include "cli/inputs.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "cli/glob.hpp"

namespace noticekit::cli {
namespace {

Input::Kind kind_of(std::string_view path, bool only_records) {
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return Input::Kind::records;
  return only_records && path.ends_with(".json") ? Input::Kind::one_record : Input::Kind::document;
}

std::string base_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

void make_fault(Input& in, Errc code, std::string message) {
  in.kind = Input::Kind::fault;
  in.error = {code, std::move(message), {}};
  in.error.where.path = printable(in.path);
}

enum class Entry : std::uint8_t { file, folder, other };

Entry entry_kind(int folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return Entry::file;
  if (entry.d_type == DT_DIR) return Entry::folder;
  struct stat st {};
  if (entry.d_type == DT_UNKNOWN) {
    if (::fstatat(folder, entry.d_name, &st, AT_SYMLINK_NOFOLLOW) != 0) return Entry::file;
    if (S_ISDIR(st.st_mode)) return Entry::folder;
  }
  // A link to a folder may lead round in a circle. What cannot be looked at is told when opened.
  if (::fstatat(folder, entry.d_name, &st, 0) != 0 || S_ISREG(st.st_mode)) return Entry::file;
  return Entry::other;
}

/// Bytes of the UTF-8 character that begins `s`; 0 where there is none.
std::size_t character_length(std::string_view s) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char c = at(0);
  if (c < 0x80) return 1;
  const std::size_t n = c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
  if (c < 0xC2 || n == 0 || n > s.size()) return 0;
  for (std::size_t i = 1; i < n; ++i) {
    if ((at(i) & 0xC0) != 0x80) return 0;
  }
  if ((c == 0xE0 && at(1) < 0xA0) || (c == 0xED && at(1) > 0x9F)) return 0;
  if ((c == 0xF0 && at(1) < 0x90) || (c == 0xF4 && at(1) > 0x8F)) return 0;
  return n;
}

}  // namespace

bool is_passed_over(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '~' || name.starts_with("~$"))
    return true;
  if (name.size() > 1 && name.front() == '#' && name.back() == '#') return true;
  return name.ends_with(".swp") || name.ends_with(".swo") || name.ends_with(".bak");
}

std::string printable(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (const std::size_t n = character_length(path); n != 0) {
      out += path.substr(0, n);
      path.remove_prefix(n);
      continue;
    }
    const auto byte = static_cast<unsigned char>(path.front());
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4];
    out += "0123456789ABCDEF"[byte & 15];
    path.remove_prefix(1);
  }
  return out;
}

std::string real_path(const std::string& path) {
  const auto resolved = [](const std::string& p) -> std::string {
    char buffer[PATH_MAX];
    return ::realpath(p.c_str(), buffer) != nullptr ? buffer : "";
  };
  if (std::string real = resolved(path); !real.empty()) return real;
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  std::string real = resolved(folder);
  if (real.empty()) return path;
  if (real.back() != '/') real += '/';
  return real + base_name(path);
}

Inputs::Inputs(Paths paths) : paths_(std::move(paths)) {
  if (paths_.names.empty()) paths_.names.emplace_back("-");
  for (const std::string& path : paths_.left_out) left_out_.push_back(real_path(path));
  if (paths_.names.size() == 1) return;
  for (const std::string& name : paths_.names) {
    real_names_.push_back(name == "-" ? name : real_path(name));
    places_.emplace(real_names_.back(), real_names_.size() - 1);
  }
}

bool Inputs::next(Input& input) {
  for (;;) {
    if (next_in_folder(input)) return true;
    if (at_ == paths_.names.size()) return false;
    const std::size_t argument = at_++;
    if (!real_names_.empty() && was_named_before(real_names_[argument])) continue;
    begin_argument(input);
    if (folders_.empty()) return true;
  }
}

void Inputs::begin_argument(Input& input) {
  const std::string& name = paths_.names[at_ - 1];
  input = Input{};
  input.path = name;
  if (name == "-") {
    input.kind = paths_.raw ? Input::Kind::raw : Input::Kind::maybe_records;
    input.id = name;
    return;
  }
  struct stat st {};
  if (::stat(name.c_str(), &st) == 0 && S_ISDIR(st.st_mode)) {
    root_ = name;
    while (root_.size() > 1 && root_.back() == '/') root_.pop_back();
    real_root_ = real_path(root_);
    found_any_ = false;
    enter("");
    return;
  }
  input.id = printable(base_name(name));
  input.kind = kind_of(name, paths_.only_records);
  if (input.kind == Input::Kind::document && paths_.only_records)
    input.kind = Input::Kind::maybe_records;
}

/// Reads a folder's entries. A folder sorts as if its name ended with '/', which makes the whole
/// walk sorted by the bytes of the relative path.
void Inputs::enter(std::string prefix) {
  Folder folder{std::move(prefix), {}};
  const auto fault = [&](const std::string& id, Errc code, std::string message) {
    Input in;
    in.path = root_ + "/" + id;
    in.id = printable(id.empty() ? root_ : id);
    if (id.empty()) in.path = root_;
    make_fault(in, code, std::move(message));
    faults_.push_back(std::move(in));
  };
  const std::string path = folder.prefix.empty() ? root_ : root_ + "/" + folder.prefix;
  DIR* const handle = ::opendir(path.c_str());
  if (handle == nullptr) {
    const std::string why = std::strerror(errno);
    fault(folder.prefix, Errc::unreadable_file,
          "the folder cannot be read: " + why + "; check its permissions");
    found_any_ = true;
  } else {
    while (const dirent* const entry = ::readdir(handle)) {
      std::string name = entry->d_name;
      if (is_passed_over(name) || is_left_out(folder.prefix + name)) continue;
      const Entry kind = entry_kind(::dirfd(handle), *entry);
      if (kind == Entry::other) continue;
      const bool wanted = kind == Entry::folder
                              ? !matches_any(paths_.exclude, folder.prefix + name)
                              : is_chosen(folder.prefix + name, paths_.include, paths_.exclude);
      if (!wanted) continue;
      if (kind == Entry::folder) name += '/';
      folder.entries.push_back(std::move(name));
    }
    ::closedir(handle);
  }
  std::sort(folder.entries.begin(), folder.entries.end(), std::greater<>());
  folders_.push_back(std::move(folder));
}

bool Inputs::next_in_folder(Input& input) {
  while (!folders_.empty()) {
    if (!faults_.empty()) {
      input = std::move(faults_.back());
      faults_.pop_back();
      return true;
    }
    Folder& folder = folders_.back();
    if (folder.entries.empty()) {
      folders_.pop_back();
      if (!folders_.empty() || found_any_) continue;
      input = Input{};
      input.path = root_;
      input.id = printable(root_);
      make_fault(input, Errc::no_input,
                 "the folder holds no file to read (hidden files and backups are passed over); "
                 "check the path" +
                     std::string(paths_.include.empty() && paths_.exclude.empty()
                                     ? ""
                                     : ", --include and --exclude"));
      return true;
    }
    std::string id = folder.prefix + folder.entries.back();
    folder.entries.pop_back();
    if (id.back() == '/') {
      enter(std::move(id));
      continue;
    }
    found_any_ = true;
    if (!real_names_.empty() && was_named_before(real_root_ + "/" + id)) continue;
    input.kind = kind_of(id, paths_.only_records);
    input.path = root_;
    if (input.path.back() != '/') input.path += '/';
    input.path += id;
    input.id = printable(id);
    return true;
  }
  return false;
}

bool Inputs::is_left_out(const std::string& id) const {
  if (left_out_.empty()) return false;
  const std::string path = real_root_ + "/" + id;
  return std::find(left_out_.begin(), left_out_.end(), path) != left_out_.end();
}

/// Whether an earlier argument named `path`, or a folder whose walk met it.
bool Inputs::was_named_before(std::string path) const {
  const std::size_t now = at_ - 1;
  const auto before = [&] {
    const auto found = places_.find(path);
    return found != places_.end() && found->second < now;
  };
  if (before()) return true;
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && path.size() > 1;
       slash = path.rfind('/')) {
    if (is_passed_over(std::string_view(path).substr(slash + 1))) return false;
    path.resize(std::max<std::size_t>(slash, 1));
    if (before()) return true;
  }
  return false;
}

}  // namespace noticekit::cli

#include "cli/split.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <system_error>

#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

/// Of the suffix of a file name, such as .docx; 0 for the .2 of "v1.2" and for 第3.2号.
std::size_t suffix_length(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name[dot - 1] == '/') return 0;
  const std::string_view suffix = name.substr(dot + 1);
  const auto is_plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  if (suffix.empty() || suffix.size() > 5 || std::isdigit(static_cast<unsigned char>(suffix[0])))
    return 0;
  return std::all_of(suffix.begin(), suffix.end(), is_plain) ? suffix.size() + 1 : 0;
}

/// An id as a path that does not lead out of the folder: no "..", no root, no empty part.
std::string inside(std::string_view id) {
  std::string out;
  while (!id.empty()) {
    const std::size_t slash = std::min(id.find('/'), id.size());
    const std::string_view part = id.substr(0, slash);
    id.remove_prefix(std::min(slash + 1, id.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (!out.empty()) out += '/';
    for (const char c : part) out += c == '\0' ? '_' : c;
  }
  return out.empty() ? "record" : out;
}

/// Shortens the last part of `path` so that `more` bytes fit behind it in a file name.
void fit(std::string& path, std::size_t more) {
  constexpr std::size_t most = 255;
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  if (path.size() - begin + more <= most) return;
  const std::string mark = "-" + std::to_string(std::hash<std::string>()(path) % 1000000);
  std::size_t end = begin + most - more - mark.size();
  while (end > begin && (static_cast<unsigned char>(path[end]) & 0xC0) == 0x80) --end;
  path.resize(end);
  path += mark;
}

bool is_newer(const struct stat& a, const struct stat& b) {
  return a.st_mtim.tv_sec != b.st_mtim.tv_sec ? a.st_mtim.tv_sec > b.st_mtim.tv_sec
                                              : a.st_mtim.tv_nsec > b.st_mtim.tv_nsec;
}

bool is_up_to_date(const std::string& target, const std::string& source) {
  struct stat to {};
  struct stat from {};
  return ::stat(target.c_str(), &to) == 0 && ::stat(source.c_str(), &from) == 0 &&
         is_newer(to, from);
}

Error split_error(Errc code, const std::string& path, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = printable(path);
  return e;
}

class SkippingWorker : public Worker {
 public:
  SkippingWorker(const Split& split, std::unique_ptr<Worker> worker)
      : split_(split), worker_(std::move(worker)) {}

  void work(const Item& item, Made& made) override {
    made.skipped =
        item.kind == Input::Kind::document && is_up_to_date(split_.path_for(item), item.path);
    if (!made.skipped) worker_->work(item, made);
  }

 private:
  const Split& split_;
  std::unique_ptr<Worker> worker_;
};

}  // namespace

std::string Split::usual_name(std::string_view id) const {
  std::string name = inside(id);
  name.resize(name.size() - suffix_length(name));
  fit(name, suffix_.size());
  return name + suffix_;
}

/// A name that is free, and now taken.
std::string Split::choose(std::string_view id, bool keep_suffix) {
  std::string name = keep_suffix ? std::string() : usual_name(id);
  if (keep_suffix || !taken_.insert(name).second) {
    std::string stem = inside(id);
    fit(stem, suffix_.size() + 8);
    name = stem + suffix_;
    for (int n = 2; !taken_.insert(name).second; ++n)
      name = stem + "." + std::to_string(n) + suffix_;
    std::string told = printable(id);
    told += " is written as ";
    told += printable(name);
    changed_names_.push_back(std::move(told));
  }
  return name;
}

std::optional<Error> Split::plan(const Paths& paths) {
  std::error_code ec;
  std::filesystem::create_directories(folder_, ec);
  if (ec) {
    return split_error(Errc::write_failed, folder_,
                       "the folder cannot be made: " + ec.message() + "; choose another");
  }
  for (const std::string& name : paths.names) {
    if (name != "-" && is_same_file(name, folder_)) {
      return split_error(Errc::bad_usage, folder_,
                         "--split into the folder that is read; choose another");
    }
  }
  std::unordered_map<std::string, int> wanted;
  Input in;
  for (Inputs inputs(paths); inputs.next(in);) {
    if (in.kind == Input::Kind::document) ++wanted[usual_name(in.id)];
  }
  for (const auto& [name, count] : wanted) {
    if (count == 1) taken_.insert(name);
  }
  for (Inputs inputs(paths); inputs.next(in);) {
    if (in.kind != Input::Kind::document || wanted[usual_name(in.id)] == 1) continue;
    chosen_.emplace(in.path, choose(in.id, true));
  }
  return std::nullopt;
}

std::string Split::path_for(const Item& item) const {
  const auto found = chosen_.find(item.path);
  return folder_ + "/" + (found != chosen_.end() ? found->second : usual_name(item.id));
}

std::unique_ptr<Worker> Split::skipping(std::unique_ptr<Worker> worker) const {
  if (force_) return worker;
  return std::make_unique<SkippingWorker>(*this, std::move(worker));
}

std::optional<Error> Split::add(const Item& item, const Made& made) {
  failed_ += made.failures.size();
  skipped_ += made.skipped ? 1 : 0;
  if (made.lines.empty()) return std::nullopt;
  if (!made.members.empty()) return add_members(made);
  std::string path;
  if (item.kind == Input::Kind::document) {
    path = path_for(item);
    if (is_same_file(path, item.path)) {
      return split_error(Errc::write_failed, path,
                         "would write over its own source; choose another folder for --split");
    }
  } else {
    // A record without an id is called after its place.
    std::string id = made.id;
    if (id.empty()) {
      id = item.path == "-" ? "standard-input" : std::filesystem::path(item.path).filename();
      id += "." + std::to_string(item.number);
    }
    path = folder_ + "/" + choose(id, false);
    if (!force_ && item.path != "-" && is_up_to_date(path, item.path)) {
      ++skipped_;
      return std::nullopt;
    }
  }
  ++written_;
  return write_file(path, suffix_ == ".json" ? pretty_record(made.lines) : made.lines);
}

/// Members keep their suffix: an archive may hold a.doc and a.pdf.
std::optional<Error> Split::add_members(const Made& made) {
  std::size_t begin = 0;
  for (const auto& [id, end] : made.members) {
    std::string name = inside(id);
    fit(name, suffix_.size() + 8);
    const std::string stem = name;
    for (int n = 2; !taken_.insert(name).second; ++n) name = stem + "." + std::to_string(n);
    const std::string lines = made.lines.substr(begin, end - begin);
    begin = end;
    ++written_;
    if (auto e = write_file(folder_ + "/" + name + suffix_,
                            suffix_ == ".json" ? pretty_record(lines) : lines))
      return e;
  }
  return std::nullopt;
}

void Split::tell(Diagnostics& diagnostics) const {
  for (const std::string& name : changed_names_) diagnostics.note(name);
  diagnostics.note(std::to_string(written_) + " written, " + std::to_string(skipped_) +
                   " skipped, " + std::to_string(failed_) + " failed");
}

}  // namespace noticekit::cli

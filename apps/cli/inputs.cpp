#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace noticekit::cli {
namespace {

namespace fs = std::filesystem;

bool ends_with(const std::string& s, const char* suffix) {
  const std::string_view x(suffix);
  return s.size() >= x.size() && s.compare(s.size() - x.size(), x.size(), x) == 0;
}

bool holds_records(const std::string& path) {
  return ends_with(path, ".jsonl") || ends_with(path, ".ndjson");
}

Input fault(const std::string& path, Errc code, std::string message) {
  Input in;
  in.kind = Input::Kind::fault;
  in.path = in.id = path;
  in.error = {code, std::move(message), {}};
  in.error.where.path = path;
  return in;
}

/// Files below `folder`, bytewise sorted by their relative path; a folder that cannot be entered is
/// a fault.
void walk(const std::string& folder, std::vector<Input>& out) {
  std::vector<std::string> found;
  std::vector<Input> faults;
  std::vector<fs::path> pending{fs::path(folder)};
  while (!pending.empty()) {
    const fs::path here = pending.back();
    pending.pop_back();
    std::error_code ec;
    fs::directory_iterator it(here, ec);
    if (ec) {
      faults.push_back(fault(here.generic_string(), Errc::unreadable_file,
                             "the folder cannot be read: " + ec.message()));
      continue;
    }
    for (; it != fs::directory_iterator(); it.increment(ec)) {
      if (ec) break;
      if (is_passed_over(it->path().filename().string())) continue;
      std::error_code kind;
      // A link to a folder is not followed: it may lead round in a circle.
      if (it->is_directory(kind) && !it->is_symlink(kind)) {
        pending.push_back(it->path());
      } else if (!it->is_directory(kind)) {
        found.push_back(it->path().lexically_relative(folder).generic_string());
      }
    }
  }
  std::sort(found.begin(), found.end());
  std::string base = folder;
  while (base.size() > 1 && base.back() == '/') base.pop_back();
  for (const std::string& id : found) {
    Input in;
    in.path = base == "/" ? "/" + id : base + "/" + id;
    in.id = id;
    in.kind = holds_records(id) ? Input::Kind::records : Input::Kind::document;
    out.push_back(std::move(in));
  }
  if (found.empty() && faults.empty()) {
    out.push_back(
        fault(folder, Errc::no_input, "the folder holds no file to read; check the path"));
  }
  out.insert(out.end(), faults.begin(), faults.end());
}

}  // namespace

bool is_passed_over(const std::string& name) {
  if (name.empty() || name[0] == '.' || name.back() == '~' || name.compare(0, 2, "~$") == 0)
    return true;
  if (name[0] == '#' && name.back() == '#') return true;
  return ends_with(name, ".swp") || ends_with(name, ".swo") || ends_with(name, ".bak");
}

std::vector<Input> find_inputs(const std::vector<std::string>& paths, bool raw) {
  std::vector<Input> out;
  if (paths.empty() || (paths.size() == 1 && paths[0] == "-")) {
    Input in;
    in.kind = raw ? Input::Kind::raw_standard_input : Input::Kind::records;
    in.path = in.id = "-";
    out.push_back(in);
    return out;
  }
  for (const std::string& path : paths) {
    std::error_code ec;
    const fs::file_status status = fs::status(path, ec);
    if (path == "-") {
      Input in;
      in.kind = raw ? Input::Kind::raw_standard_input : Input::Kind::records;
      in.path = in.id = "-";
      out.push_back(in);
    } else if (fs::is_directory(status)) {
      walk(path, out);
    } else {
      Input in;
      in.path = path;
      in.id = fs::path(path).filename().generic_string();
      in.kind = holds_records(path) ? Input::Kind::records : Input::Kind::document;
      out.push_back(std::move(in));
    }
  }
  // The same file named twice is read once.
  std::set<std::string> seen;
  std::vector<Input> once;
  for (Input& in : out) {
    std::error_code ec;
    const std::string key =
        in.path == "-" ? in.path : fs::weakly_canonical(in.path, ec).generic_string();
    if (paths.size() > 1 && !seen.insert(ec ? in.path : key).second) continue;
    once.push_back(std::move(in));
  }
  return once;
}

}  // namespace noticekit::cli

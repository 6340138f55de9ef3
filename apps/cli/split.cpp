#include "cli/split.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

namespace fs = std::filesystem;

std::string stem_of(const std::string& id) {
  const fs::path p(id);
  return (p.parent_path() / p.stem()).generic_string();
}

/// A document may not lead out of the folder: no "..", no root.
std::string inside(const std::string& id) {
  fs::path out;
  for (const fs::path& part : fs::path(id).relative_path()) {
    if (part != ".." && part != ".") out /= part;
  }
  return out.empty() ? "record" : out.generic_string();
}

class SkippingWorker : public Worker {
 public:
  SkippingWorker(const Split& split, std::unique_ptr<Worker> worker)
      : split_(split), worker_(std::move(worker)) {}

  void work(const Item& item, Made& made) override {
    if (item.kind == Input::Kind::document) {
      std::error_code source;
      std::error_code target;
      const auto written = fs::last_write_time(split_.file_of(item.id), target);
      const auto changed = fs::last_write_time(item.path, source);
      if (!source && !target && written > changed) {
        made.skipped = true;
        return;
      }
    }
    worker_->work(item, made);
  }

 private:
  const Split& split_;
  std::unique_ptr<Worker> worker_;
};

}  // namespace

std::optional<Error> Split::plan(const std::vector<Input>& inputs) {
  for (const Input& in : inputs) {
    if (in.kind == Input::Kind::document) ++stems_[stem_of(in.id)];
  }
  std::error_code ec;
  fs::create_directories(folder_, ec);
  if (!ec) return std::nullopt;
  Error e{Errc::write_failed,
          "the folder cannot be made: " + ec.message() + "; choose another for --split",
          {}};
  e.where.path = folder_;
  return e;
}

std::string Split::file_of(const std::string& id) const {
  const std::string safe = inside(id);
  const auto shared = stems_.find(stem_of(id));
  const bool keep_suffix = shared != stems_.end() && shared->second > 1;
  return folder_ + "/" + (keep_suffix ? safe : stem_of(safe)) + ".json";
}

std::unique_ptr<Worker> Split::skipping(std::unique_ptr<Worker> worker) const {
  if (force_) return worker;
  return std::make_unique<SkippingWorker>(*this, std::move(worker));
}

void Split::add(const Made& made) {
  failures_ += made.errors.size();
  skipped_ += made.skipped ? 1 : 0;
  if (made.lines.empty() || failed_) return;
  failed_ = write_file(file_of(made.id.empty() ? "record" + std::to_string(written_ + 1) : made.id),
                       pretty_record(made.lines));
  if (!failed_) ++written_;
}

std::string Split::summary() const {
  return std::to_string(written_) + " written, " + std::to_string(skipped_) +
         " skipped (newer than their source), " + std::to_string(failures_) + " failed";
}

}  // namespace noticekit::cli

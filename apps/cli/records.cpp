#include "cli/records.hpp"

#include "cli/failures.hpp"
#include "cli/file.hpp"
#include "cli/progress.hpp"
#include "cli/split.hpp"

namespace noticekit::cli {
namespace {

/// The lines of one run on their way out.
class Results {
 public:
  Results(const Run& run, bool plain)
      : run_(run), progress_(run.options.progress), failures_(run), plain_(plain) {
    run.diagnostics.set_progress(&progress_);
    if (!run.options.split.empty()) {
      const auto form = plain ? Split::Form::plain_text : Split::Form::record;
      split_.emplace(run.options.split, run.options.force, form);
    }
  }
  ~Results() { run_.diagnostics.set_progress(nullptr); }
  Results(const Results&) = delete;
  Results& operator=(const Results&) = delete;

  std::optional<Error> open(const Paths& paths, const std::string& head) {
    if (split_) {
      if (auto e = split_->plan(paths)) return e;
    }
    if (auto e = results_.open(run_.options.output)) return e;
    if (auto e = results_.write(head)) return e;
    return failures_.open();
  }

  [[nodiscard]] std::unique_ptr<Worker> guard(std::unique_ptr<Worker> worker) const {
    return split_ ? split_->skipping(std::move(worker)) : std::move(worker);
  }

  std::optional<Error> add(const Item& item, const Made& made) {
    progress_.step();
    if (auto e = failures_.add(made)) return e;
    if (auto e = split_ ? split_->add(item, made) : results_.write(made.lines)) return e;
    if (failures_.has_file() || plain_) return std::nullopt;
    return results_.write(made.error_lines);
  }

  std::optional<Error> close() {
    progress_.erase();
    if (auto e = results_.close()) return e;
    if (split_) split_->tell(run_.diagnostics);
    return failures_.close();
  }

 private:
  const Run& run_;
  Progress progress_;
  Failures failures_;
  Output results_;
  std::optional<Split> split_;
  bool plain_;  // results are no records, so error records do not belong among them
};

}  // namespace

std::optional<Error> run_records(const Run& run, const MakeWorker& make_worker, bool plain,
                                 const std::string& head) {
  auto paths = paths_of(run);
  if (!paths) return std::move(paths).take_error();
  Results results(run, plain);
  if (auto e = results.open(*paths, head)) return e;
  std::optional<Error> stopped;
  Inputs inputs(std::move(*paths));
  run_stream(
      inputs, run.options.jobs, run.tool.name, [&] { return results.guard(make_worker()); },
      [&](const Item& item, const Made& made) {
        stopped = results.add(item, made);
        return !stopped;
      });
  return stopped ? stopped : results.close();
}

Result<Paths> paths_of(const Run& run) {
  const Options& o = run.options;
  Paths paths;
  paths.names = o.paths;
  paths.raw = o.raw;
  paths.only_records = !run.tool.shared.documents;
  for (const std::string* own : {&o.output, &o.errors, &o.split}) {
    if (!own->empty() && *own != "-") paths.left_out.push_back(*own);
  }
  if (o.paths_from.empty()) return paths;
  std::string list;
  if (auto e = o.paths_from == "-" ? read_standard_input(list) : read_file(o.paths_from, list))
    return std::move(*e);
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\0', at), list.size());
    if (end > at) paths.names.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  if (paths.names.empty()) {
    Error e{Errc::bad_usage, "names no file; each path must end with a NUL byte", {}};
    e.where.path = printable(o.paths_from);
    return e;
  }
  return paths;
}

std::optional<Record> read_item(const Item& item, const std::string& stage, Made& made) {
  if (item.kind == Input::Kind::fault) {
    fail(made, item, stage, item.error);
    return std::nullopt;
  }
  if (item.kind != Input::Kind::records) {
    fail(
        made, item, stage,
        {Errc::unsupported_format, "a document, not records; give it to notice-extract first", {}});
    return std::nullopt;
  }
  auto record = read_record(item.line);
  if (!record) {
    fail(made, item, stage, std::move(record).take_error());
    return std::nullopt;
  }
  if (auto* error = std::get_if<ErrorRecord>(&*record)) {
    made.error_lines = item.line;
    made.error_lines += '\n';
    made.failures.push_back({std::move(*error), true});
    return std::nullopt;
  }
  if (std::holds_alternative<UnknownRecord>(*record)) {
    pass_on(item, made);
    return std::nullopt;
  }
  return std::move(record).value();
}

std::optional<Text> read_document(const Item& item, const std::string& stage,
                                  const DecodeOptions& decode, const NormalizeOptions& normalize,
                                  std::string& buffer, Made& made) {
  if (item.kind == Input::Kind::fault) {
    fail(made, item, stage, item.error);
    return std::nullopt;
  }
  if (auto error = item.kind == Input::Kind::raw ? read_standard_input(buffer)
                                                 : read_file(item.path, buffer)) {
    fail(made, item, stage, std::move(*error));
    return std::nullopt;
  }
  Source source;
  source.path = printable(item.path);
  auto text = read_text(buffer, std::move(source), decode, normalize);
  if (!text) {
    fail(made, item, stage, std::move(text).take_error());
    return std::nullopt;
  }
  text->id = made.id = item.id;
  return std::move(text).value();
}

void pass_on(const Item& item, Made& made, std::string id) {
  made.id = std::move(id);
  made.unread = true;
  made.lines += item.line;
  made.lines += '\n';
}

}  // namespace noticekit::cli

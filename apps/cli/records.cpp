#include "cli/records.hpp"

#include <charconv>
#include <unordered_map>

#include "cli/failures.hpp"
#include "cli/file.hpp"
#include "cli/glob.hpp"
#include "cli/progress.hpp"
#include "cli/split.hpp"

namespace noticekit::cli {
namespace {

/// Documents of different folders that share an id, which is their path below the folder.
class SameIds {
 public:
  /// Only several arguments can bring such, and so only they cost memory.
  void begin(const Paths& paths) { several_ = paths.names.size() > 1; }
  void add(const Item& item) {
    if (!several_ || item.kind != Input::Kind::document) return;
    const auto [first, is_new] = paths_.emplace(item.id, item.path);
    if (!is_new && count_++ == 0) example_ = {first->second, item.path};
  }
  void tell(Diagnostics& diagnostics) const {
    if (count_ == 0) return;
    diagnostics.note(printable(example_.second) + ": same_id: has the id of " +
                     printable(example_.first) +
                     (count_ > 1 ? ", and so on, " + std::to_string(count_) + " documents" : "") +
                     "; give the folder above both, then their ids differ");
  }

 private:
  bool several_ = false;
  std::unordered_map<std::string, std::string> paths_;
  std::pair<std::string, std::string> example_;
  std::uint64_t count_ = 0;
};

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
    same_ids_.begin(paths);
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
    same_ids_.add(item);
    if (auto e = failures_.add(made)) return e;
    if (auto e = split_ ? split_->add(item, made) : results_.write(made.lines)) return e;
    if (failures_.has_file() || plain_) return std::nullopt;
    return results_.write(made.error_lines);
  }

  std::optional<Error> close() {
    progress_.erase();
    if (auto e = results_.close()) return e;
    if (split_) split_->tell(run_.diagnostics);
    same_ids_.tell(run_.diagnostics);
    return failures_.close();
  }

 private:
  const Run& run_;
  Progress progress_;
  Failures failures_;
  SameIds same_ids_;
  Output results_;
  std::optional<Split> split_;
  bool plain_;  // results are no records, so error records do not belong among them
};

/// NAME=N. False where it is not understood.
bool set_limit(std::string_view text, Limits& limits) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view name = text.substr(0, equals);
  const std::string_view digits = text.substr(equals + 1);
  std::uint32_t n = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || n == 0) return false;
  const std::uint64_t bytes = std::uint64_t{n} << 20;
  if (name == "size") {
    limits.plain_bytes = limits.file_bytes = bytes;
  } else if (name == "unpacked") {
    limits.unpacked_bytes = bytes;
  } else if (name == "memory") {
    limits.helper_bytes = bytes;
  } else if (name == "seconds") {
    limits.seconds = n;
  } else if (name == "ratio") {
    limits.ratio = n;
  } else if (name == "depth") {
    limits.depth = n;
  } else if (name == "archives") {
    limits.archives = n;
  } else if (name == "members") {
    limits.members = n;
  } else {
    return false;
  }
  return true;
}

/// Appends the parts of `list` that end with `separator` to `names`; carriage returns before line
/// ends are no part of a name.
void append_names(const std::string& list, char separator, std::vector<std::string>& names) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    std::size_t last = end;
    if (separator == '\n' && last > at && list[last - 1] == '\r') --last;
    if (last > at) names.push_back(list.substr(at, last - at));
    at = end + 1;
  }
}

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
  paths.include = o.include;
  paths.exclude = o.exclude;
  for (const bool lines : {false, true}) {
    const std::string& from = lines ? o.path_lines_from : o.paths_from;
    if (from.empty()) continue;
    std::string list;
    if (auto e = from == "-" ? read_standard_input(list) : read_file(from, list))
      return std::move(*e);
    const std::size_t before = paths.names.size();
    append_names(list, lines ? '\n' : '\0', paths.names);
    if (paths.names.size() == before) {
      Error e{Errc::bad_usage,
              lines ? "names no file; write one path a line"
                    : "names no file; each path must end with a NUL byte",
              {}};
      e.where.path = printable(from);
      return e;
    }
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

Result<IngestOptions> ingest_options(const Run& run) {
  IngestOptions out;
  out.decode.encoding = run.options.encoding;
  if (!run.options.format.empty()) out.format = format_from_name(run.options.format);
  for (const std::string& limit : run.options.limits) {
    if (!set_limit(limit, out.limits)) {
      return Error{Errc::bad_usage,
                   "--limit " + limit +
                       " is not understood; write NAME=N with size, unpacked, memory, seconds, "
                       "ratio, depth, archives or members and a whole number above 0",
                   {}};
    }
  }
  const Options& o = run.options;
  if (!o.include.empty() || !o.exclude.empty()) {
    out.wants = [&o](std::string_view member) { return is_chosen(member, o.include, o.exclude); };
  }
  return out;
}

void read_documents(const Item& item, const std::string& stage, const IngestOptions& options,
                    std::string& buffer, Made& made, const std::function<void(Text)>& take) {
  if (item.kind == Input::Kind::fault) return fail(made, item, stage, item.error);
  if (auto error = item.kind == Input::Kind::raw ? read_standard_input(buffer)
                                                 : read_file(item.path, buffer)) {
    return fail(made, item, stage, std::move(*error));
  }
  Source source;
  source.path = printable(item.path);
  ingest(buffer, source, options, [&](Ingested document) {
    std::string id = item.id + document.member;
    if (!document.text) {
      Item member = item;
      member.id = std::move(id);
      return fail(made, member, stage, std::move(document.text).take_error());
    }
    document.text->id = id;
    note_damage(*document.text, made);
    take(std::move(document.text).value());
    if (document.member.empty()) {
      made.id = std::move(id);
    } else {
      made.members.emplace_back(std::move(id), made.lines.size());
    }
  });
}

void note_damage(const Text& text, Made& made) {
  const Warning *malformed = nullptr, *truncated = nullptr;
  for (const Warning& w : text.warnings) {
    if (w.code == "truncated") truncated = &w;
    if (w.code == "malformed" && malformed == nullptr) malformed = &w;
  }
  const auto sentence = [](const Warning& w) {
    return place_of(w.where) + ": " + w.code + ": " + w.message;
  };
  if (malformed != nullptr) {
    made.notes.push_back(sentence(*malformed));
    const std::uint32_t count = text.edits[Edit::malformed] - (truncated != nullptr ? 1 : 0);
    if (count > 1) made.notes.back() += "; " + std::to_string(count) + " such places in all";
  }
  if (truncated != nullptr) made.notes.push_back(sentence(*truncated));
}

void pass_on(const Item& item, Made& made, std::string id) {
  made.id = std::move(id);
  made.unread = true;
  made.lines += item.line;
  made.lines += '\n';
}

}  // namespace noticekit::cli

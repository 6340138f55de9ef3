#include "cli/stream.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <thread>

#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

/// Buffers above this size are given back after use.
constexpr std::size_t kept_capacity = std::size_t{1} << 20;

/// Hands out items one after another; record files are read line by line.
class Items {
 public:
  explicit Items(Inputs& inputs) : inputs_(inputs) {}

  bool next(Item& item) {
    for (;;) {
      if (reading_) {
        if (next_line(item)) return true;
        continue;
      }
      if (!inputs_.next(input_)) return false;
      if (input_.kind == Input::Kind::one_record) return read_one_record(item);
      if (input_.kind != Input::Kind::records && input_.kind != Input::Kind::maybe_records) {
        take(item, input_.kind);
        item.error = std::move(input_.error);
        return true;
      }
      if (auto error = begin_records()) {
        take(item, Input::Kind::fault);
        item.error = std::move(*error);
        return true;
      }
    }
  }

 private:
  void take(Item& item, Input::Kind kind) {
    item.kind = kind;
    item.path = input_.path;
    item.id = input_.id;
    item.line.clear();
    item.number = 0;
  }

  /// A file of one record over several lines. A line end in JSON stands between values only, so a
  /// space will do.
  bool read_one_record(Item& item) {
    take(item, Input::Kind::records);
    if (auto error = read_file(item.path, item.line)) {
      item.kind = Input::Kind::fault;
      item.error = std::move(*error);
    }
    while (!item.line.empty() && item.line.back() == '\n') item.line.pop_back();
    for (char& c : item.line) c = c == '\n' || c == '\r' ? ' ' : c;
    return true;
  }

  std::optional<Error> begin_records() {
    line_ = pieces_ = 0;
    in_pieces_ = false;
    if (auto error = reader_.open(input_.path)) return error;
    if (input_.kind == Input::Kind::maybe_records && !reader_.looks_like_records()) {
      const bool standard_input = input_.path == "-";
      reader_.close();
      return Error{Errc::bad_record,
                   standard_input
                       ? "standard input holds no records, one JSON object a line; where it is a "
                         "document, give notice-extract --raw"
                       : "the file holds no records, one JSON object a line; where it is a "
                         "document, give it to notice-extract first",
                   {}};
    }
    reading_ = true;
    return std::nullopt;
  }

  /// False at the end of the file.
  bool next_line(Item& item) {
    while (const auto line = reader_.next()) {
      ++line_;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      if (is_piece(*line) && ++pieces_ > pieces_told) continue;
      take(item, Input::Kind::records);
      item.line.assign(*line);
      item.number = line_;
      return true;
    }
    if (pieces_ > pieces_told) {
      take(item, Input::Kind::fault);
      item.error = {Errc::bad_record,
                    std::to_string(pieces_ - pieces_told) +
                        " more lines are pieces of records written over several lines, as jq . "
                        "does; write one record a line with jq -c, or name a file of one record "
                        ".json",
                    {}};
      item.error.where.path = printable(input_.path);
      pieces_ = 0;
      return true;
    }
    reading_ = false;
    const auto error = reader_.failed();
    reader_.close();
    if (!error) return false;
    take(item, Input::Kind::fault);
    item.error = *error;
    return true;
  }

  /// Whether a line is part of a record over several lines: a bracket opens alone, and from there
  /// on whatever does not begin a record. That each is no record need not be told thousands of
  /// times.
  bool is_piece(std::string_view line) {
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    const bool opens = line == "{" || line == "[";
    in_pieces_ |= opens;
    return in_pieces_ && (opens || !line.starts_with('{'));
  }

  Inputs& inputs_;
  Input input_;
  LineReader reader_;
  bool reading_ = false;
  std::uint64_t line_ = 0;
  static constexpr std::uint64_t pieces_told = 3;
  std::uint64_t pieces_ = 0;  // lines of records over several lines
  bool in_pieces_ = false;
};

void work(Worker& worker, const std::string& stage, const Item& item, Made& made) {
  try {
    worker.work(item, made);
  } catch (const std::bad_alloc&) {
    made.clear();
    fail(made, item, stage, {Errc::too_large, "not enough memory for this document", {}});
  } catch (const std::exception& e) {
    made.clear();
    fail(made, item, stage,
         {Errc::internal, std::string("a defect of noticekit, please report it: ") + e.what(), {}});
  }
}

void run_alone(Items& items, std::vector<Item>& first, Worker& worker, const std::string& stage,
               const Sink& sink) {
  Made made;
  const auto one = [&](const Item& item) {
    made.clear();
    work(worker, stage, item, made);
    return sink(item, made);
  };
  for (const Item& item : first) {
    if (!one(item)) return;
  }
  Item item;
  while (items.next(item)) {
    if (!one(item)) return;
  }
}

struct Batch {
  static constexpr std::size_t most = 4;
  Item items[most];
  Made made[most];
  std::size_t count = 0;
  std::size_t bytes = 0;  // of what was made
  bool done = false;
};

/// Workers take batches that are not begun; the caller's thread fills and empties the window.
class Window {
 public:
  void add(Batch* b) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(b);
    }
    ready_.notify_one();
  }
  /// Nobody waits for what is not begun.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      closed_ = true;
    }
    ready_.notify_all();
  }
  Batch* take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    Batch* const b = waiting_.front();
    waiting_.pop_front();
    return b;
  }
  void finish(Batch& b) {
    {
      const std::lock_guard lock(mutex_);
      b.done = true;
      held_ += b.bytes;
    }
    finished_.notify_one();
  }
  void wait_for(const Batch& b) {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] { return b.done; });
    held_ -= b.bytes;
  }
  /// Bytes of finished batches that wait for an earlier one.
  std::size_t held() {
    const std::lock_guard lock(mutex_);
    return held_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable finished_;
  std::deque<Batch*> waiting_;
  std::size_t held_ = 0;
  bool closed_ = false;
};

/// Workers on threads of their own; joined at the end, whatever happens in between.
class Crew {
 public:
  Crew(Window& window, unsigned jobs, const MakeWorker& make_worker, const std::string& stage)
      : window_(window) {
    for (unsigned i = 0; i < jobs; ++i) {
      threads_.emplace_back([&window, &make_worker, &stage] {
        const auto worker = make_worker();
        while (Batch* const b = window.take()) {
          b->bytes = 0;
          for (std::size_t k = 0; k < b->count; ++k) {
            b->made[k].clear();
            work(*worker, stage, b->items[k], b->made[k]);
            b->bytes += b->made[k].lines.size();
          }
          window.finish(*b);
        }
      });
    }
  }
  ~Crew() {
    window_.close();
    for (std::thread& t : threads_) t.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

 private:
  Window& window_;
  std::vector<std::thread> threads_;
};

void run_together(Items& items, std::vector<Item>& first, unsigned jobs, const std::string& stage,
                  const MakeWorker& make_worker, const Sink& sink) {
  constexpr std::size_t most_held = std::size_t{32} << 20;
  std::vector<std::unique_ptr<Batch>> batches(4 * static_cast<std::size_t>(jobs));
  for (auto& b : batches) b = std::make_unique<Batch>();
  std::size_t begun = 0;  // batches so far; each uses the next of the ring
  std::size_t written = 0;
  std::size_t from_first = 0;
  bool more = true;
  Window window;
  const Crew crew(window, jobs, make_worker, stage);

  const auto next = [&](Item& item) {
    if (from_first < first.size()) {
      item = std::move(first[from_first++]);
      return true;
    }
    return items.next(item);
  };
  while (true) {
    while (more && begun - written < batches.size() &&
           (begun == written || window.held() < most_held)) {
      Batch& b = *batches[begun % batches.size()];
      b.count = 0;
      b.done = false;
      std::size_t bytes = 0;
      while (b.count < Batch::most && bytes < kept_capacity && (more = next(b.items[b.count])))
        bytes += b.items[b.count++].line.size();
      if (b.count == 0) break;
      ++begun;
      window.add(&b);
    }
    if (begun == written) return;
    Batch& b = *batches[written++ % batches.size()];
    window.wait_for(b);
    for (std::size_t k = 0; k < b.count; ++k) {
      if (!sink(b.items[k], b.made[k])) return;
    }
  }
}

}  // namespace

void Made::clear() {
  id.clear();
  if (lines.capacity() > kept_capacity) std::string().swap(lines);
  lines.clear();
  error_lines.clear();
  members.clear();
  failures.clear();
  notes.clear();
  record.reset();
  unread = skipped = false;
}

void fail(Made& made, const Item& item, const std::string& stage, Error error) {
  std::string id = item.id;
  if (item.number != 0) {
    id = printable(item.path) + ":" + std::to_string(item.number);
    error.where.line = item.number;
    error.where.path = printable(item.path);
  }
  if (error.where.path.empty()) error.where.path = printable(item.path);
  made.failures.push_back({{std::move(id), stage, std::move(error)}, false});
  write_record(made.error_lines, made.failures.back().record);
}

void run_stream(Inputs& inputs, unsigned jobs, const std::string& stage,
                const MakeWorker& make_worker, const Sink& sink) {
  Items items(inputs);
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  std::vector<Item> first;  // a thread is not worth its start for less
  if (jobs > 1) {
    constexpr std::size_t few = 4;
    Item item;
    while (first.size() < few && items.next(item)) first.push_back(std::move(item));
    if (first.size() < few) jobs = 1;
  }
  if (jobs == 1) {
    const auto worker = make_worker();
    run_alone(items, first, *worker, stage, sink);
  } else {
    run_together(items, first, jobs, stage, make_worker, sink);
  }
}

}  // namespace noticekit::cli

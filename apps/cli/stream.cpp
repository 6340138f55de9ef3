#include "cli/stream.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

/// Hands out items one after another; record files are read line by line.
class Items {
 public:
  explicit Items(const std::vector<Input>& inputs) : inputs_(inputs) {}

  bool next(Item& item) {
    for (;;) {
      if (reader_) {
        item = Item{};
        if (reader_->next(item.line)) {
          ++line_;
          if (item.line.find_first_not_of(" \t\r") == std::string::npos) continue;
          item.kind = Input::Kind::records;
          item.path = item.id = inputs_[at_ - 1].path;
          item.number = line_;
          return true;
        }
        reader_.reset();
      }
      if (at_ == inputs_.size()) return false;
      const Input& in = inputs_[at_++];
      if (in.kind == Input::Kind::records) {
        reader_.emplace(in.path);
        line_ = 0;
        if (!reader_->failed()) continue;
        item = Item{Input::Kind::fault, in.path, in.id, {}, 0, *reader_->failed()};
        reader_.reset();
        return true;
      }
      item = Item{in.kind, in.path, in.id, {}, 0, in.error};
      return true;
    }
  }

 private:
  const std::vector<Input>& inputs_;
  std::size_t at_ = 0;
  std::optional<LineReader> reader_;
  std::uint64_t line_ = 0;
};

void run_alone(Items& items, Worker& worker, const Sink& sink) {
  Item item;
  Made made;
  while (items.next(item)) {
    made.id.clear();
    made.lines.clear();  // keeps its memory for the next document
    made.error_lines.clear();
    made.errors.clear();
    made.skipped = false;
    worker.work(item, made);
    if (!sink(made)) return;
  }
}

struct Batch {
  std::vector<Item> items;
  std::vector<Made> made;
  bool done = false;
};

/// Workers take batches from the front that are not begun; the caller's thread fills and empties
/// the window.
class Window {
 public:
  void add(std::shared_ptr<Batch> b) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(b);
    }
    ready_.notify_one();
  }
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }
  std::shared_ptr<Batch> take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    auto b = std::move(waiting_.front());
    waiting_.pop_front();
    return b;
  }
  void finish(Batch& b) {
    {
      const std::lock_guard lock(mutex_);
      b.done = true;
    }
    finished_.notify_one();
  }
  void wait_for(const Batch& b) {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] { return b.done; });
  }
  void drop_waiting() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable finished_;
  std::deque<std::shared_ptr<Batch>> waiting_;
  bool closed_ = false;
};

void run_together(Items& items, unsigned jobs, const MakeWorker& make_worker, const Sink& sink) {
  constexpr std::size_t batch_size = 16;
  Window window;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      const auto worker = make_worker();
      while (const auto batch = window.take()) {
        batch->made.resize(batch->items.size());
        for (std::size_t k = 0; k < batch->items.size(); ++k)
          worker->work(batch->items[k], batch->made[k]);
        window.finish(*batch);
      }
    });
  }
  std::deque<std::shared_ptr<Batch>> in_order;
  bool more = true;
  bool go_on = true;
  while (go_on && (more || !in_order.empty())) {
    while (more && in_order.size() < 4 * static_cast<std::size_t>(jobs)) {
      auto batch = std::make_shared<Batch>();
      Item item;
      while (batch->items.size() < batch_size && (more = items.next(item)))
        batch->items.push_back(std::move(item));
      if (batch->items.empty()) break;
      in_order.push_back(batch);
      window.add(batch);
    }
    if (in_order.empty()) break;
    window.wait_for(*in_order.front());
    for (const Made& made : in_order.front()->made) {
      if (!(go_on = sink(made))) break;
    }
    in_order.pop_front();
  }
  if (!go_on) window.drop_waiting();
  window.close();
  for (std::thread& t : threads) t.join();
}

}  // namespace

void run_stream(const std::vector<Input>& inputs, unsigned jobs, const MakeWorker& make_worker,
                const Sink& sink) {
  Items items(inputs);
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  if (jobs == 1) {
    const auto worker = make_worker();
    run_alone(items, *worker, sink);
  } else {
    run_together(items, jobs, make_worker, sink);
  }
}

}  // namespace noticekit::cli

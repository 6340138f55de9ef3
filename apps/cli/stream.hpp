// Documents in, lines out, in input order, whatever the number of workers. Comes after inputs.hpp
// and file.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/inputs.hpp"
#include "noticekit/record.hpp"

namespace noticekit::cli {

/// One thing to work on: a document, or one line of a record file.
struct Item {
  Input::Kind kind = Input::Kind::document;  ///< document, raw, records or fault
  std::string path;
  std::string id;
  std::string line;          ///< of a record file
  std::uint64_t number = 0;  ///< its line number
  Error error;               ///< of a fault
};

/// A document that became an error record, here or in an earlier program.
struct Failure {
  ErrorRecord record;
  bool passed_on = false;
};

/// What became of an item. Kept and cleared, so that its memory serves the next one.
struct Made {
  std::string id;  ///< of the record, for --split; empty for one that was passed on
  /// Of an archive: the id of each member, and where its lines end.
  std::vector<std::pair<std::string, std::size_t>> members;
  std::string lines;        ///< records, or plain text
  std::string error_lines;  ///< error records, as they are written
  std::vector<Failure> failures;
  std::vector<std::string> notes;  ///< sentences for people that are no failures
  std::optional<Record> record;    ///< for a sink that takes the record itself
  bool unread = false;             ///< a record of a kind that this program has no use for
  bool skipped = false;            ///< nothing was done: its file is newer than its source

  void clear();
};

/// A program's own work. One per worker, so that it may keep buffers.
class Worker {
 public:
  virtual ~Worker() = default;
  virtual void work(const Item& item, Made& made) = 0;
};

using MakeWorker = std::function<std::unique_ptr<Worker>()>;
/// Receives results in input order, on the caller's thread; returns false to stop.
using Sink = std::function<bool(const Item&, const Made&)>;

/// Runs all inputs through `jobs` workers (0: as many as there are cores); with one, or with very
/// few items, on the caller's thread alone. Memory is bounded by a window of items. What a worker
/// throws is that item's failure, of stage `stage`.
void run_stream(Inputs& inputs, unsigned jobs, const std::string& stage,
                const MakeWorker& make_worker, const Sink& sink);

/// Makes `made` an error record of `item`.
void fail(Made& made, const Item& item, const std::string& stage, Error error);

}  // namespace noticekit::cli

// Documents in, lines out, in input order, whatever the number of workers. Comes after inputs.hpp
// and file.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "noticekit/record.hpp"

namespace noticekit::cli {

/// One thing to work on: a document, or one line of a record file.
struct Item {
  Input::Kind kind = Input::Kind::document;
  std::string path;
  std::string id;
  std::string line;          ///< of a record file
  std::uint64_t number = 0;  ///< its line number
  Error error;               ///< of a fault
};

/// What became of an item.
struct Made {
  std::string id;             ///< of the record, for --split; empty for records that were passed on
  std::string lines;          ///< records
  std::string error_lines;    ///< error records
  std::vector<Error> errors;  ///< the same facts, for people
  bool skipped = false;
};

/// A program's own work. One per worker, so that it may keep buffers.
class Worker {
 public:
  virtual ~Worker() = default;
  virtual void work(const Item& item, Made& made) = 0;
};

using MakeWorker = std::function<std::unique_ptr<Worker>()>;
/// Receives results in input order; returns false to stop.
using Sink = std::function<bool(const Made&)>;

/// Runs all inputs through `jobs` workers (0: as many as there are cores). Memory is bounded by a
/// window of items.
void run_stream(const std::vector<Input>& inputs, unsigned jobs, const MakeWorker& make_worker,
                const Sink& sink);

}  // namespace noticekit::cli

// A helper program that reads a document: started without a shell, with limits, and never waited
// for longer than the document's time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

struct ChildRun {
  std::vector<std::string> command;  ///< program, looked for as a shell does, and its arguments
  std::string_view input;            ///< its standard input, a file that can be sought in
  std::uint64_t memory = 0;          ///< bytes of address space; 0: no limit
  std::uint64_t most_output = 0;     ///< bytes
  std::uint32_t seconds = 0;         ///< of processor time
};

struct ChildResult {
  enum class End : std::uint8_t { exited, killed, late, too_much, missing } end = End::exited;
  int status = 0;      ///< exit status, or the signal that killed it
  std::string output;  ///< standard output
  std::string errors;  ///< the first kilobytes of standard error
};

/// Runs a helper to its end, or ends it: one that is late or writes too much is killed together
/// with whatever it started.
ChildResult run_child(const ChildRun& run, const Deadline& deadline);

}  // namespace noticekit

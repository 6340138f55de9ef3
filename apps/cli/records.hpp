// The body of a program that turns items into records: stream, output, --errors, --split; and what
// its workers share. Comes after tool.hpp.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/stream.hpp"
#include "cli/tool.hpp"
#include "noticekit/ingest.hpp"
#include "noticekit/text.hpp"

namespace noticekit::cli {

/// Runs the program's items through its workers; results leave in input order. `plain`: results are
/// text for people and hold no error records. Returns what kept it from running.
/// `head` stands before them.
std::optional<Error> run_records(const Run& run, const MakeWorker& make_worker, bool plain = false,
                                 const std::string& head = {});

/// What the command line names, less our own output. **Errors**: of reading --files0-from.
Result<Paths> paths_of(const Run& run);

/// The record on an item's line. Whatever else the item holds is already dealt with in `made`:
/// faults are failures, error records and unknown ones are passed on.
std::optional<Record> read_item(const Item& item, const std::string& stage, Made& made);

/// How files are read, as the command line says. **Errors**: bad_usage, of --limit.
Result<IngestOptions> ingest_options(const Run& run);

/// Reads an item that is a file, and hands over each of its documents: the file itself, or the
/// members of an archive. What fails is already in `made`. `buffer` is kept between calls.
void read_documents(const Item& item, const std::string& stage, const IngestOptions& options,
                    std::string& buffer, Made& made, const std::function<void(Text)>& take);

/// Notes that bytes of the document were lost, if they were: where first, how often, what to do.
void note_damage(const Text& text, Made& made);

/// Passes a record on byte for byte that this program has no use for.
void pass_on(const Item& item, Made& made, std::string id = {});

}  // namespace noticekit::cli

// What the command line names: files, folders walked in sorted order, record files, standard input.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// One file to read, or one stream of records.
struct Input {
  enum class Kind : std::uint8_t { document, records, raw_standard_input, fault };
  Kind kind = Kind::document;
  std::string path;  ///< as given, with '/'
  std::string id;    ///< relative to the folder that was given; the base name of a single file
  Error error;       ///< of a fault: a path that is not there, a folder without files
};

/// Expands `paths`. No path: standard input holds records, or with `raw` one document. Hidden files
/// and editor backups in folders are passed over; a file named twice is read once.
std::vector<Input> find_inputs(const std::vector<std::string>& paths, bool raw);

/// Whether a folder walk passes over a file of this name: .x, x~, #x#, x.swp, ~$x, x.part123.
bool is_passed_over(const std::string& name);

}  // namespace noticekit::cli

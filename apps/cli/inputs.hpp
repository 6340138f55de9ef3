// What the command line names: files, folders walked in sorted order, record files, standard input.
// Found while they are worked on, so that memory does not grow with the number of files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// One file to read, or one stream of records.
struct Input {
  enum class Kind : std::uint8_t {
    document,       ///< a file to be read as a document
    records,        ///< a file, or "-", of records
    maybe_records,  ///< the same, but nothing yet says that it holds records
    one_record,     ///< a .json file, as --split writes them
    raw,            ///< standard input as one document
    fault           ///< a path that is not there, a folder without files
  };
  Kind kind = Kind::document;
  std::string path;  ///< to open it by
  std::string id;    ///< relative to the folder that was given; the base name of a single file
  Error error;       ///< of a fault
};

/// What to find.
struct Paths {
  std::vector<std::string> names;  ///< as on the command line; none: standard input
  bool raw = false;                ///< standard input is a document
  bool only_records = false;       ///< a file that is named holds records whatever its suffix
  /// Files and folders that a walk passes over: our own output.
  std::vector<std::string> left_out = {};
  /// Globs for what is found in folders; see is_chosen().
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
};

/// Names inputs one after another: arguments in their order, folders by the bytes of the relative
/// path. Hidden files and editor backups in folders are passed over; links to folders are not
/// followed; a file named twice is read once.
class Inputs {
 public:
  explicit Inputs(Paths paths);
  /// False at the end.
  bool next(Input& input);

 private:
  struct Folder {
    std::string prefix;                // of the ids in it: "" or "a/b/"
    std::vector<std::string> entries;  // last one first; a folder ends with '/'
  };

  bool next_in_folder(Input& input);
  void enter(std::string prefix);
  void begin_argument(Input& input);
  [[nodiscard]] bool is_left_out(const std::string& id) const;
  [[nodiscard]] bool was_named_before(std::string path) const;

  Paths paths_;
  std::vector<std::string> real_names_;                  // of each argument, when there are several
  std::unordered_map<std::string, std::size_t> places_;  // real path → first argument
  std::vector<std::string> left_out_;
  std::size_t at_ = 0;           // the next argument
  std::string root_;             // the folder that is walked
  std::string real_root_;        // the same, for comparing
  std::vector<Folder> folders_;  // entered and not yet left
  std::vector<Input> faults_;    // met in the walk and not yet told
  bool found_any_ = false;
};

/// Whether a folder walk passes over a file of this name: .x, x~, #x#, x.swp, ~$x.
bool is_passed_over(std::string_view name);

/// `path` as text for records and messages: bytes that are no UTF-8 become %XX.
std::string printable(std::string_view path);

/// `path` from the root on, links followed; of a file that is not there yet, where it would be.
std::string real_path(const std::string& path);

}  // namespace noticekit::cli

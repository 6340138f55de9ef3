// --split DIR: one file per document, mirroring the tree of the input: a/b.html → DIR/a/b.json.
// Comes after stream.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cli/diagnostics.hpp"
#include "cli/stream.hpp"

namespace noticekit::cli {

class Split {
 public:
  enum class Form : std::uint8_t { record, plain_text };

  Split(std::string folder, bool force, Form form)
      : folder_(std::move(folder)),
        suffix_(form == Form::record ? ".json" : ".txt"),
        force_(force) {}

  /// Makes the folder and chooses every document's file. Where two documents would share one
  /// (a.txt and a.html), both keep their suffix: a.txt.json. **Errors**: bad_usage, write_failed.
  std::optional<Error> plan(const Paths& paths);
  /// A worker that passes over documents whose file is newer than they are.
  [[nodiscard]] std::unique_ptr<Worker> skipping(std::unique_ptr<Worker> worker) const;
  /// Writes what was made of `item`. **Errors**: write_failed.
  std::optional<Error> add(const Item& item, const Made& made);
  /// Tells which names were changed, and how many files were written, skipped, failed.
  void tell(Diagnostics& diagnostics) const;

  /// Below the folder, the file that a document of this id gets where no other wants it.
  [[nodiscard]] std::string usual_name(std::string_view id) const;
  /// The file chosen for a document in plan().
  [[nodiscard]] std::string path_for(const Item& item) const;

 private:
  std::optional<Error> add_members(const Made& made);
  std::string choose(std::string_view id, bool keep_suffix);

  std::string folder_;
  std::string suffix_;
  bool force_;
  std::unordered_set<std::string> taken_;                // names below the folder
  std::unordered_map<std::string, std::string> chosen_;  // path → name, where not the usual one
  std::vector<std::string> changed_names_;               // for tell()
  std::uint64_t written_ = 0;
  std::uint64_t skipped_ = 0;
  std::uint64_t failed_ = 0;
};

}  // namespace noticekit::cli

// --split DIR: one indented JSON file per document, mirroring the tree of the input. Comes after
// stream.hpp.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "cli/stream.hpp"

namespace noticekit::cli {

class Split {
 public:
  Split(std::string folder, bool force) : folder_(std::move(folder)), force_(force) {}

  /// Chooses every document's file. Two documents of one stem (a.txt, a.html) keep their suffix:
  /// a.txt.json.
  std::optional<Error> plan(const std::vector<Input>& inputs);
  /// A worker that passes over documents whose file is newer than they are.
  [[nodiscard]] std::unique_ptr<Worker> skipping(std::unique_ptr<Worker> worker) const;
  void add(const Made& made);
  [[nodiscard]] const std::optional<Error>& failed() const { return failed_; }
  /// "3 written, 1 skipped, 0 failed"
  [[nodiscard]] std::string summary() const;
  /// The file of a document id, below the folder.
  [[nodiscard]] std::string file_of(const std::string& id) const;

 private:
  std::string folder_;
  bool force_;
  std::map<std::string, int> stems_;  // how many documents share a stem
  std::size_t written_ = 0;
  std::size_t skipped_ = 0;
  std::size_t failures_ = 0;
  std::optional<Error> failed_;
};

}  // namespace noticekit::cli

// The only writer to standard error: one line a message, always tool, place, code, sentence.
#pragma once

#include <cstdint>
#include <string>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// Writes messages; counts errors even where it is told to be quiet.
class Diagnostics {
 public:
  Diagnostics(std::string program, bool quiet) : program_(std::move(program)), quiet_(quiet) {}

  /// `program: path:line: code: sentence`
  void error(const Error& error);
  /// A sentence for people that is no failure.
  void note(const std::string& sentence);
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  /// Called before any message: erases a progress line.
  void (*before_message)() = nullptr;

 private:
  std::string program_;
  bool quiet_;
  std::uint64_t errors_ = 0;
};

/// path:line, path:/pointer, path@byte: as much of the place as is known.
std::string place_of(const Where& where);

}  // namespace noticekit::cli

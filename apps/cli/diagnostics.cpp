#include "cli/diagnostics.hpp"

#include <cstdio>

namespace noticekit::cli {

std::string place_of(const Where& w) {
  std::string s = w.path.empty() ? "-" : w.path;
  if (w.line) s += ":" + std::to_string(*w.line);
  if (!w.pointer.empty()) s += ":" + w.pointer;
  if (w.byte) s += ": byte " + std::to_string(*w.byte);
  return s;
}

void Diagnostics::error(const Error& e) {
  ++errors_;
  if (before_message != nullptr) before_message();
  const std::string line =
      program_ + ": " + place_of(e.where) + ": " + errc_name(e.code) + ": " + e.message + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Diagnostics::note(const std::string& sentence) {
  if (quiet_) return;
  if (before_message != nullptr) before_message();
  const std::string line = program_ + ": " + sentence + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace noticekit::cli

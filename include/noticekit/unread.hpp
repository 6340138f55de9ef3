// What a run could not read: of that, what was known before stands. Comes after error.hpp.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "noticekit/error.hpp"

namespace noticekit {

/// Stage of an error record that a kept state has for a notice which an error hid.
inline constexpr const char* unseen_stage = "changes";

/// Collects the errors of a run and tells which notices of an earlier run they hide.
class Unread {
 public:
  /// An error hides the document it names and all below it: those of a folder or of an archive.
  /// Where records were lost on their way, it hides all, for nobody knows whose they were.
  void add(std::string_view id, std::string_view stage, const Error& error);
  /// A notice was read: a path that is missing is then not the whole input.
  void add_read() { any_read_ = true; }
  /// Whether the notice of this id, from this path, may be there unread. After all errors.
  [[nodiscard]] bool hides(std::string_view id, std::string_view path) const;

 private:
  bool all_ = false;
  bool missing_ = false;  // some path that was asked for
  bool any_read_ = false;
  std::set<std::string, std::less<>> names_, paths_;
};

}  // namespace noticekit

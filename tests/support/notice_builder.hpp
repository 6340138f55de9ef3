// Notices made by hand: words are appended to the text and every field is the span of its words.
#pragma once

#include <string>
#include <string_view>

#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"

namespace noticekit::testing {

class NoticeBuilder {
 public:
  explicit NoticeBuilder(std::string id);

  /// Appends words; their span.
  Span words(std::string_view words);
  /// Appends words and a line end; the span of the words.
  Span line(std::string_view words);

  NoticeBuilder& body(std::string_view name);
  /// A heading of its own line; its index.
  std::uint32_t heading(std::string_view text);

  /// Begins a finding; it extends until end_finding(), the next finding or take().
  Finding& finding(std::string_view problem);
  void end_finding();
  NoticeBuilder& measure(std::string_view text);

  NoticeBuilder& claim(ClaimKind kind, std::string_view value, std::string scope = "document");
  NoticeBuilder& people(AccountabilityKind kind, std::string_view value,
                        std::string_view unit = "人");
  NoticeBuilder& money(MoneyKind kind, std::string_view yuan, std::string_view printed = "若干元");

  /// The notice so far, for fields that have no function here.
  Notice notice;

  Notice take();

 private:
  bool open_ = false;
};

/// Labels with nothing but a genre.
Labels genre_labels(std::string id, std::string name);

}  // namespace noticekit::testing

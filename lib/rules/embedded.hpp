// The rule files compiled into the library; embed.cmake makes the table.
#pragma once

#include <span>
#include <string_view>

namespace noticekit {

/// One rule file: its name below data/ without ".json" ("extract/claims"), and its words.
struct EmbeddedFile {
  std::string_view name;
  std::string_view json;
};

std::span<const EmbeddedFile> embedded_rules();

}  // namespace noticekit

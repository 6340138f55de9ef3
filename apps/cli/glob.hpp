// Globs of --include and --exclude: * any characters, ? one character, [a-z] one of these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace noticekit::cli {

/// Whether `glob` matches a path: its last part, or all of it where the glob holds a slash. *
/// matches slashes too.
bool matches(std::string_view glob, std::string_view path);

bool matches_any(const std::vector<std::string>& globs, std::string_view path);

/// Whether a file is to be read: it matches one of `include`, where there are any, and none of
/// `exclude`.
bool is_chosen(std::string_view path, const std::vector<std::string>& include,
               const std::vector<std::string>& exclude);

}  // namespace noticekit::cli

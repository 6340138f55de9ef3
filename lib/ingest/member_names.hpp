// Names of files in archives: bytes of any encoding, and not always names. Comes before ingest.cpp.
#pragma once

#include <string>
#include <string_view>

namespace noticekit {

/// In UTF-8 with '/'. Windows writes names in GBK; what no encoding explains becomes %XX.
std::string member_name(std::string_view raw);

/// Whether a name leads out of the archive: /etc/x, ../x, C:/x.
bool leads_out(std::string_view path);

/// False for hidden files, editor backups and what systems leave behind: .x, x~, ~$x, __MACOSX/x.
bool is_wanted_member(std::string_view path);

}  // namespace noticekit

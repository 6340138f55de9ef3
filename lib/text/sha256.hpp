// SHA-256 of some bytes, by OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace noticekit {

/// Lower-case hexadecimal, 64 characters.
std::string sha256(std::string_view bytes);

}  // namespace noticekit

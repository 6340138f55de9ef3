// The version, from project(VERSION) in CMakeLists.txt and nowhere else.
#pragma once

namespace noticekit {

/// "0.1.0"
const char* version();

}  // namespace noticekit

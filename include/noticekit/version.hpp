// The version, from project(VERSION) in CMakeLists.txt and nowhere else.
#pragma once

namespace noticekit {

/// "0.1.0"
const char* version();
/// Of the ICU library in use, e.g. "72.1".
const char* icu_version();

}  // namespace noticekit

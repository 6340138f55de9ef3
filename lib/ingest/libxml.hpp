// How libxml2 is started. Comes before html_parse.cpp and xml.cpp, which are all that use it.
#pragma once

namespace noticekit {

/// Call before libxml2 is used, from any thread. It makes its state when it is first used, and two
/// threads that first use it at once wait for each other for ever.
void start_libxml();

}  // namespace noticekit

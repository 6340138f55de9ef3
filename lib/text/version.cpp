#include "noticekit/version.hpp"

namespace noticekit {

const char* version() { return NOTICEKIT_VERSION; }

}  // namespace noticekit

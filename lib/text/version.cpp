#include "noticekit/version.hpp"

#include <unicode/uvernum.h>

namespace noticekit {

const char* version() { return NOTICEKIT_VERSION; }
const char* icu_version() { return U_ICU_VERSION; }

}  // namespace noticekit

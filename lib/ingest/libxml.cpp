#include "ingest/libxml.hpp"

#include <libxml/parser.h>

#include <mutex>

namespace noticekit {

void start_libxml() {
  static std::once_flag started;
  std::call_once(started, xmlInitParser);
}

}  // namespace noticekit

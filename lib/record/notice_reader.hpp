// The `notice` and `text` records, reading side.
#pragma once

#include "noticekit/record.hpp"
#include "record/json_reader.hpp"

namespace noticekit {

/// Both throw BadRecord.
LabelledNotice read_notice(const JsonValue& json);
Text read_text_record(const JsonValue& json);
ErrorRecord read_error(const JsonValue& json);

}  // namespace noticekit

// JSON lines: the library's types as records, and back. Comes after label.hpp; programs read and
// write these. Byte offsets become code points here and nowhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "noticekit/text.hpp"

namespace noticekit {

/// A document that became an error. Later programs pass it on.
struct ErrorRecord {
  std::string id;
  std::string stage;  ///< normalize, extract, classify, report
  Error error;
};

/// A notice with the labels it has so far.
struct LabelledNotice {
  Notice notice;
  std::optional<Labels> labels;
};

/// A record of a type this version does not know: passed through byte for byte.
struct UnknownRecord {
  std::string type;
  std::string line;
};

using Record = std::variant<Text, LabelledNotice, ErrorRecord, UnknownRecord>;

/// Appends one line, '\n' included, keys in the order of the contract.
void write_record(std::string& out, const Text& text);
void write_record(std::string& out, const Notice& notice, const Labels* labels = nullptr);
void write_record(std::string& out, const ErrorRecord& error);

/// The same record over several indented lines, for people; input is one line of write_record().
std::string pretty_record(std::string_view line);

/// Reads one line. Strict: a missing key, a wrong type, a text that is not the words at its span is
/// bad_record with a JSON pointer. Unknown record types and error records are not faults.
Result<Record> read_record(std::string_view line);

/// The JSON Schema (2020-12) of what each program writes: "normalize", "extract" or "classify".
std::string record_schema(std::string_view program);

}  // namespace noticekit

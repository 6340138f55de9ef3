// What can go wrong with data, and where. Comes before every other header; nothing comes before it.
// Every fallible function of the library returns Result<T>; exceptions do not leave it.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace noticekit {

/// Why a document, a record or a rule could not be used. errc_name() gives the code as printed.
enum class Errc : std::uint8_t {
  unreadable_file,      ///< the file cannot be opened or read
  missing_path,         ///< no such file or folder
  no_input,             ///< a folder without files
  empty_document,       ///< no character of text
  not_text,             ///< bytes that are no text in any known encoding
  malformed_encoding,   ///< a declared or chosen encoding that the bytes contradict
  too_large,            ///< over a safety limit
  unsupported_format,   ///< a format this build cannot read
  damaged_file,         ///< a container that is cut or corrupt
  unsafe_path,          ///< a member of an archive whose name leads out of it
  no_text_layer,        ///< pages that are pictures
  missing_helper,       ///< an external program that is not installed
  helper_failed,        ///< an external program that ended with a failure
  timed_out,            ///< over the time limit of one document
  bad_record,           ///< a JSON line that is not a record of the contract
  unsupported_version,  ///< a record of another schema version
  bad_rule,             ///< a fault in rule data
  bad_model,            ///< a file that is no model of this version, or was cut or changed
  bad_usage,            ///< options that contradict each other
  write_failed,         ///< output that could not be written
  internal              ///< a defect of noticekit itself
};

/// The code as printed in records and messages, e.g. "empty_document".
const char* errc_name(Errc code);

/// The place an error speaks of; every part may be absent.
struct Where {
  std::string path;                   ///< file, or document id
  std::optional<std::uint64_t> line;  ///< 1-based
  std::optional<std::uint64_t> byte;  ///< 0-based byte offset in the file
  std::string pointer;                ///< JSON pointer inside the file or record
};

/// One failure: a code for programs, a sentence for people (cause and, where known, remedy), a
/// place.
struct Error {
  Errc code = Errc::internal;
  std::string message;
  Where where;
};

/// Either a value or an Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  Error take_error() && {
    assert(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace noticekit

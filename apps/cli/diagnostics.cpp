#include "cli/diagnostics.hpp"

#include <unistd.h>

#include "cli/progress.hpp"

namespace noticekit::cli {

std::string place_of(const Where& w) {
  std::string out = w.path;
  const auto append = [&out](const char* before, const std::string& part) {
    if (!out.empty()) out += before;
    out += part;
  };
  if (w.line) append(":", std::to_string(*w.line));
  if (!w.pointer.empty()) append(":", w.pointer);
  if (w.byte) append(": byte ", std::to_string(*w.byte));
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
    } else {
      out += "\\x";
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
  }
  return out;
}

void Diagnostics::error(const Error& e) {
  ++errors_;
  std::string text = place_of(e.where);
  if (!text.empty()) text += ": ";
  text += errc_name(e.code);
  text += ": ";
  text += e.message;
  line(text);
}

void Diagnostics::passed_on(std::uint64_t errors) {
  if (errors == 0) return;
  errors_ += errors;
  line(std::to_string(errors) + (errors == 1 ? " error record" : " error records") +
       " of earlier programs passed on");
}

void Diagnostics::note(std::string_view sentence) {
  if (!quiet_) line(sentence);
}

void Diagnostics::line(std::string_view text) {
  if (progress_ != nullptr) progress_->erase();
  std::string whole = program_;
  whole += ": ";
  whole += on_one_line(text);
  whole += '\n';
  // One write, so that lines of several programs in a pipeline do not mix.
  [[maybe_unused]] const auto written = ::write(2, whole.data(), whole.size());
}

}  // namespace noticekit::cli

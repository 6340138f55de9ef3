#include "cli/failures.hpp"

#include <string>

namespace noticekit::cli {

std::optional<Error> Failures::open() {
  const std::string& path = run_.options.errors;
  has_file_ = !path.empty() && path != "-";
  return has_file_ ? file_.open(path) : std::nullopt;
}

std::optional<Error> Failures::add(const Made& made) {
  unread_ += made.unread ? 1 : 0;
  for (const Failure& f : made.failures) {
    if (f.passed_on) {
      ++passed_on_;
    } else {
      run_.diagnostics.error(f.record.error);
    }
  }
  for (const std::string& sentence : made.notes) run_.diagnostics.note(sentence);
  return has_file_ ? file_.write(made.error_lines) : std::nullopt;
}

std::optional<Error> Failures::close() {
  if (auto e = file_.close()) return e;
  if (unread_ != 0) {
    std::string sentence = std::to_string(unread_);
    sentence += unread_ == 1 ? " record " : " records ";
    sentence += run_.tool.leaves;
    run_.diagnostics.note(sentence);
  }
  run_.diagnostics.passed_on(passed_on_);
  return std::nullopt;
}

}  // namespace noticekit::cli

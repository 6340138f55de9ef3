#include "classify/means.hpp"

#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

std::optional<Error> with_path(Error error, const std::string& path) {
  error.where.path = path;
  return error;
}

}  // namespace

std::optional<Error> read_means(const Run& run, Means& means) {
  if (auto e =
          refuse_overwriting("-o", run.options.output, {means.own.corrections, means.own.model}))
    return e;
  std::string bytes;
  if (!means.own.model.empty()) {
    if (auto e = read_file(means.own.model, bytes)) return e;
    auto model = read_model(bytes);
    if (!model) return with_path(std::move(model).take_error(), means.own.model);
    if (model_rules(*model) != means.rules.digest()) {
      run.diagnostics.note("the model was trained beside other rules (" + model_rules(*model) +
                           "); how sure it calls them may be off, train it again");
    }
    means.model = std::move(*model);
  }
  if (means.own.corrections.empty()) return std::nullopt;
  if (auto e = read_file(means.own.corrections, bytes)) return e;
  auto corrections = read_corrections(bytes, means.rules.taxonomy());
  if (!corrections) return with_path(std::move(corrections).take_error(), means.own.corrections);
  means.corrections = std::move(*corrections);
  means.corrected = std::vector<std::atomic<bool>>(means.corrections.size());
  return std::nullopt;
}

void tell_unused(const Run& run, const Means& means) {
  std::size_t unused = 0, first = 0;
  for (std::size_t n = means.corrected.size(); n-- > 0;) {
    if (means.corrected[n]) continue;
    ++unused;
    first = n;
  }
  if (unused == 0) return;
  const Correction& c = means.corrections[first];
  run.diagnostics.note(std::to_string(unused) +
                       " corrections found no finding in these records, the first in line " +
                       std::to_string(c.line) + " (" + c.notice + " " + c.finding + ")");
}

}  // namespace noticekit::cli

#include "classify/label_names.hpp"

#include <algorithm>
#include <array>

namespace noticekit {
namespace {

constexpr std::array sources = {"rule", "model", "person"};

}  // namespace

const char* label_source_name(LabelSource source) {
  return sources[static_cast<std::size_t>(source)];
}

std::optional<LabelSource> label_source_from_name(std::string_view name) {
  const auto at = std::find(sources.begin(), sources.end(), name);
  if (at == sources.end()) return std::nullopt;
  return static_cast<LabelSource>(at - sources.begin());
}

}  // namespace noticekit

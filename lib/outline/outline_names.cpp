#include "outline/outline_names.hpp"

#include <array>

namespace noticekit {
namespace {

constexpr std::array names = {
    "title",        "document_number", "addressee",   "lead",       "heading",
    "organisation", "totals",          "problem",     "detail",     "measures",
    "results",      "status",          "responsible", "next_steps", "remaining_problems",
    "contact",      "signature",       "date",        "furniture",  "table",
    "other"};
static_assert(names.size() == static_cast<std::size_t>(Role::other) + 1);

}  // namespace

const char* role_name(Role role) { return names[static_cast<std::size_t>(role)]; }

std::optional<Role> role_from_name(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<Role>(i);
  }
  return std::nullopt;
}

}  // namespace noticekit

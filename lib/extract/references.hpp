// Cited documents: 《titles》 and 文号. Comes after reading.hpp. Source: gold rule R26.
#pragma once

#include <string_view>
#include <vector>

#include "noticekit/notice.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// Every citation in order; a 文号 belongs to the title it follows.
void find_references(std::string_view text, const Signs& signs, std::vector<Reference>& out);

/// The 文号 that ends with the 号 at `end`: 代字〔2024〕7号; null where there is none.
Field document_number_ending(std::string_view text, std::size_t end);

}  // namespace noticekit

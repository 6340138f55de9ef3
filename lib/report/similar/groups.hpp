// Which passages are the same text, and which documents share it. Comes after similar.hpp.
#pragma once

#include <vector>

#include "report/similar/similar.hpp"

namespace noticekit::similar {

/// Numbers the passages of `pairs` by their text, and returns the texts of three documents or more.
std::vector<Group> group_texts(std::vector<Pair>& pairs);

}  // namespace noticekit::similar

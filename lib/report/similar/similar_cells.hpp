// A shared passage as cells of a table. Comes after similar.hpp; views use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "noticekit/report.hpp"
#include "report/similar/similar.hpp"

namespace noticekit::similar {

/// scope, unit, finding, source, the same of the other side, letters, words, words of the other
/// side where they differ, shares in percent, group.
std::vector<Cell> passage_cells(const Corpus& corpus, const Pair& pair, const Passage& passage,
                                Language lang);

/// The first `most` characters, … for the rest.
std::string shortened(std::string words, std::size_t most);

/// A share as percent with one place; what is not nothing is never 0, what is not all never 100.
Decimal percent(double share);

}  // namespace noticekit::similar

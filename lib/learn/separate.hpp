// One class against the rest: weights by LIBLINEAR, whose only home is separate.cpp.
#pragma once

#include <cstdint>
#include <vector>

namespace noticekit::learning {

/// A row: columns in ascending order, with values.
struct Row {
  std::vector<std::pair<std::uint32_t, double>> cells;
};

/// A plane between rows that belong to a class and rows that do not.
struct Plane {
  std::vector<double> weights;
  double bias = 0;
};

/// `in` runs parallel to `rows`: 1 belongs, 0 does not, -1 is left out. Logistic regression in the
/// primal (L2R_LR), which draws no random numbers: the same rows give the same plane.
Plane separate(const std::vector<const Row*>& rows, const std::vector<int>& in,
               std::uint32_t columns);

}  // namespace noticekit::learning

// Logistic curves through few points with few coefficients: how a score becomes a probability.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace noticekit::learning {

/// One observation: values (the first is usually 1) and whether it was right.
template <std::size_t N>
struct Observation {
  std::array<double, N> x{};
  bool right = false;
};

/// The coefficients of the most likely curve, drawn a little towards 0 so that few or separable
/// observations give finite ones. Newton's method, a fixed number of steps.
std::array<double, 2> fit(const std::vector<Observation<2>>& observations);
std::array<double, 3> fit(const std::vector<Observation<3>>& observations);

}  // namespace noticekit::learning

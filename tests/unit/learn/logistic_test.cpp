#include "learn/logistic.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using noticekit::learning::fit;
using noticekit::learning::Observation;

namespace {

double at(double bias, double slope, double x) { return 1 / (1 + std::exp(-(bias + slope * x))); }

}  // namespace

TEST_CASE("a curve gives the shares that were seen") {
  std::vector<Observation<2>> seen;
  for (int i = 0; i < 200; ++i) {
    seen.push_back({{1, 0}, i % 4 == 0});  // a quarter
    seen.push_back({{1, 1}, i % 4 != 0});  // three quarters
  }
  const auto w = fit(seen);
  CHECK(at(w[0], w[1], 0) == Approx(0.25).margin(0.01));
  CHECK(at(w[0], w[1], 1) == Approx(0.75).margin(0.01));
}

TEST_CASE("observations that part completely give finite coefficients") {
  std::vector<Observation<2>> seen;
  for (int i = 0; i < 5; ++i) {
    seen.push_back({{1, -1}, false});
    seen.push_back({{1, 1}, true});
  }
  const auto w = fit(seen);
  CHECK(std::isfinite(w[0]));
  CHECK(w[1] > 1);
  CHECK(w[1] < 20);
}

TEST_CASE("no observations say nothing") {
  const auto w = fit(std::vector<Observation<3>>{});
  CHECK(w == std::array<double, 3>{0, 0, 0});
}

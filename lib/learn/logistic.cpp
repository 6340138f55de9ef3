#include "learn/logistic.hpp"

#include <cmath>
#include <utility>

namespace noticekit::learning {
namespace {

constexpr int steps = 60;
constexpr double ridge = 0.05;

/// Solves a * x = b, a symmetric and positive definite; Gauss with row exchange.
template <std::size_t N>
std::array<double, N> solve(std::array<std::array<double, N>, N> a, std::array<double, N> b) {
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i + 1; r < N; ++r) {
      if (std::abs(a[r][i]) > std::abs(a[pivot][i])) pivot = r;
    }
    std::swap(a[i], a[pivot]);
    std::swap(b[i], b[pivot]);
    for (std::size_t r = i + 1; r < N; ++r) {
      const double f = a[r][i] / a[i][i];
      for (std::size_t c = i; c < N; ++c) a[r][c] -= f * a[i][c];
      b[r] -= f * b[i];
    }
  }
  for (std::size_t i = N; i-- > 0;) {
    for (std::size_t c = i + 1; c < N; ++c) b[i] -= a[i][c] * b[c];
    b[i] /= a[i][i];
  }
  return b;
}

template <std::size_t N>
std::array<double, N> newton(const std::vector<Observation<N>>& observations) {
  std::array<double, N> w{};
  for (int step = 0; step < steps; ++step) {
    std::array<double, N> gradient{};
    std::array<std::array<double, N>, N> hessian{};
    for (std::size_t i = 0; i < N; ++i) {
      gradient[i] = ridge * w[i];
      hessian[i][i] = ridge;
    }
    for (const Observation<N>& o : observations) {
      double z = 0;
      for (std::size_t i = 0; i < N; ++i) z += w[i] * o.x[i];
      const double p = 1 / (1 + std::exp(-z));
      for (std::size_t i = 0; i < N; ++i) {
        gradient[i] += (p - (o.right ? 1 : 0)) * o.x[i];
        for (std::size_t j = 0; j < N; ++j) hessian[i][j] += p * (1 - p) * o.x[i] * o.x[j];
      }
    }
    const auto change = solve(hessian, gradient);
    double size = 0;
    for (const double c : change) size = std::max(size, std::abs(c));
    const double cut = size > 2 ? 2 / size : 1;  // far from the goal the parabola misleads
    for (std::size_t i = 0; i < N; ++i) w[i] -= cut * change[i];
  }
  return w;
}

}  // namespace

std::array<double, 2> fit(const std::vector<Observation<2>>& observations) {
  return newton(observations);
}
std::array<double, 3> fit(const std::vector<Observation<3>>& observations) {
  return newton(observations);
}

}  // namespace noticekit::learning

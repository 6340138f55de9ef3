#include "learn/separate.hpp"

#include <linear.h>

#include <algorithm>
#include <mutex>

namespace noticekit::learning {
namespace {

constexpr double cost = 20;  // chosen by held-back folds on labelled findings
constexpr double tolerance = 0.001;

void say_nothing(const char*) {}

}  // namespace

Plane separate(const std::vector<const Row*>& rows, const std::vector<int>& in,
               std::uint32_t columns) {
  static std::once_flag quiet;
  std::call_once(quiet, [] { set_print_string_function(say_nothing); });
  std::vector<feature_node> nodes;
  std::vector<std::size_t> begins;
  std::vector<double> classes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (in[i] < 0) continue;
    begins.push_back(nodes.size());
    classes.push_back(in[i] == 1 ? 1 : -1);
    for (const auto& [column, value] : rows[i]->cells)
      nodes.push_back({static_cast<int>(column) + 1, value});
    nodes.push_back({static_cast<int>(columns) + 1, 1});  // the bias
    nodes.push_back({-1, 0});
  }
  std::vector<feature_node*> x;
  x.reserve(begins.size());
  for (const std::size_t b : begins) x.push_back(&nodes[b]);

  problem p{};
  p.l = static_cast<int>(x.size());
  p.n = static_cast<int>(columns) + 1;
  p.y = classes.data();
  p.x = x.data();
  p.bias = 1;
  parameter how{};
  how.solver_type = L2R_LR;
  how.C = cost;
  how.eps = tolerance;
  model* trained = ::train(&p, &how);
  // LIBLINEAR calls the class of the first row positive.
  const double sign = trained->label[0] == 1 ? 1 : -1;
  Plane out;
  out.weights.resize(columns);
  for (std::uint32_t c = 0; c < columns; ++c) out.weights[c] = sign * trained->w[c];
  out.bias = sign * trained->w[columns];
  free_and_destroy_model(&trained);
  return out;
}

}  // namespace noticekit::learning

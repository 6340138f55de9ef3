// What the workers of notice-classify share: options, a model, corrections.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "cli/tool.hpp"
#include "noticekit/correction.hpp"
#include "noticekit/model.hpp"

namespace noticekit::cli {

/// The options of notice-classify alone.
struct OwnOptions {
  std::string model, corrections, scheme, check_rules;
  std::optional<std::string> codebook;
  bool explain = false;
  bool low_confidence = false;
};

/// What all workers share.
struct Means {
  const Rules& rules;
  const OwnOptions& own;
  std::optional<Model> model;
  std::vector<Correction> corrections;
  std::vector<std::atomic<bool>> corrected;  ///< by correction: it found its finding
};

/// Reads the files that the options name.
std::optional<Error> read_means(const Run& run, Means& means);

/// Tells corrections whose findings the records did not hold.
void tell_unused(const Run& run, const Means& means);

}  // namespace noticekit::cli

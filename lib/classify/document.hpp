// A notice as the ordered tests see it: its parts by zone, and what is true of it as a whole.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "classify/taxonomy.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

class Document {
 public:
  explicit Document(const Notice& notice);

  [[nodiscard]] const Notice& notice() const { return notice_; }
  [[nodiscard]] const std::vector<Span>& zone(Zone zone) const {
    return zones_[static_cast<std::size_t>(zone)];
  }
  [[nodiscard]] bool meets(std::uint16_t needs) const { return (needs & ~facts_) == 0; }

 private:
  void fill_zones();
  void find_facts();

  const Notice& notice_;
  std::array<std::vector<Span>, std::size(zone_names)> zones_;
  std::uint16_t facts_ = 0;
};

/// The label of the first rule, in file order, whose needs are met and that hits in a zone it
/// reads.
std::optional<Label> first_test(const LabelSet& set, const Document& document);

/// What kind of text the notice is.
std::optional<Label> genre(const Document& document, const Taxonomy& taxonomy);
/// The rank of the body that sent the inspectors.
std::optional<Label> tier(const Document& document, const Taxonomy& taxonomy);
/// Kinds of inspection whose words stand in title or lead.
std::vector<Label> inspection_types(const Document& document, const Taxonomy& taxonomy);
/// The rank of the body that was inspected.
std::optional<Label> inspected_level(const Document& document, const Taxonomy& taxonomy);

}  // namespace noticekit::labelling

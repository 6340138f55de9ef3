// --where: which notices and findings a report is about. Comes before the views.
//
//   topic=party_dues and (status=unclear or not substance=verifiable)
//   problem~现金 and year>=2024
//
// = != compare whole values (codes or their Chinese names), ~ !~ look for words in them, < <= > >=
// compare numbers and dates; and binds before or. A value with blanks stands in quotation marks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

/// What can be asked about, for messages and the manual.
const std::vector<NamedAbout>& where_fields();

/// The values of a field for a notice or one of its findings; none where the text is silent. A code
/// is followed by its name in Chinese. A finding's field has no value where `about` is a whole
/// notice.
std::vector<std::string> values_of(std::string_view field, const Subject& about);

/// A condition; an empty one takes everything.
class Condition {
 public:
  /// **Errors**: bad_usage, with the place that cannot be read.
  static Result<Condition> parse(std::string_view words);

  [[nodiscard]] bool takes(const Notice& notice, const Labels* labels, std::size_t finding) const;
  /// A whole notice is taken where one of its findings is, or where it has none and fits without.
  [[nodiscard]] bool takes(const Notice& notice, const Labels* labels) const;

 private:
  enum class Op : std::uint8_t {
    all,
    any,
    none,
    equal,
    unequal,
    has,
    lacks,
    less,
    most,
    more,
    least
  };
  struct Node {
    Op op;
    std::string field, value;
    std::vector<Node> of;
  };
  class Parser;
  static bool holds(const Node& node, const Subject& about);

  std::shared_ptr<const Node> root_;
};

}  // namespace noticekit

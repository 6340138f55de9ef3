// Hides what belongs to private people, the same way in every view and format. Every mask is as
// long, in bytes, as what it hides, so all spans of the notice stay true. Comes after
// personal.hpp; report.cpp masks each notice before its view sees it.
//
//   names      residents and others who are no officials, and whoever a problem names: 张某某
//   officials  names of officials too, and of whoever answers for a finding
//   phones     phone numbers outside the contacts of the office: 138****1234, ****-*******34
//   ids        identity and bank numbers: 35*************123, ************5678
//   addresses  house numbers and mailboxes outside the contacts: 中山路**号, ***@example.com
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

enum class MaskKind : std::uint8_t { names, officials, phones, ids, addresses };
inline constexpr std::string_view mask_names[] = {"names", "officials", "phones", "ids",
                                                  "addresses"};

/// What one notice hides.
class Masker {
 public:
  /// `words` with every hidden name and number in it replaced.
  [[nodiscard]] std::string masked(std::string words) const;
  [[nodiscard]] bool hides_nothing() const { return hidden_.empty(); }

 private:
  friend class MaskChoice;
  friend class MaskCounts;
  struct Hidden {
    MaskKind kind;
    std::string words, mask;
    bool everywhere;  ///< names and numbers; of addresses only the place itself is masked
    Span span;
  };
  std::vector<Hidden> hidden_;
};

/// What is to be hidden.
class MaskChoice {
 public:
  /// Reads ReportOptions::mask, which must have been checked.
  explicit MaskChoice(const ReportOptions& options);
  /// **Errors**: bad_usage for a word that is no kind; addresses and officials need rules.
  static std::optional<Error> check(const ReportOptions& options);

  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] Masker of(const Notice& notice) const;
  /// The notice with everything hidden that `masker` hides.
  [[nodiscard]] static Notice masked(const Notice& notice, const Masker& masker);

 private:
  [[nodiscard]] bool on(MaskKind kind) const { return on_[static_cast<std::size_t>(kind)]; }
  void add_names(const Notice& n, std::vector<Masker::Hidden>& out) const;
  void add_numbers(const Notice& n, std::vector<Masker::Hidden>& out) const;
  void add_addresses(const Notice& n, std::vector<Masker::Hidden>& out) const;

  std::array<bool, std::size(mask_names)> on_{};
  bool any_ = false;
  const AuditRules* rules_ = nullptr;
  const ExtractRules* extract_ = nullptr;  ///< only where officials are hidden
};

/// How much was hidden, for a note.
class MaskCounts {
 public:
  void add(const Masker& masker);
  /// `words` with what any notice so far hides replaced.
  [[nodiscard]] std::string masked(std::string words) const {
    return all_.masked(std::move(words));
  }
  /// "已遮盖：…"; empty where nothing was.
  [[nodiscard]] std::string words(Language lang) const;

 private:
  std::array<std::uint64_t, std::size(mask_names)> counts_{};
  Masker all_;
};

}  // namespace noticekit

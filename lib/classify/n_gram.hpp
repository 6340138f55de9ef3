// An n-gram of one to three characters, as one number. Comes before words_of.hpp and word_list.hpp.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace noticekit {

/// Sorts as its bytes in UTF-8 do: 21 bits for each character, the first one highest.
class NGram {
 public:
  static constexpr std::size_t longest = 3;

  constexpr NGram() = default;
  constexpr explicit NGram(char32_t c) : bits_(std::uint64_t{c} << place(0)) {}
  /// None of what is empty or longer.
  static std::optional<NGram> of(std::string_view text) {
    NGram out;
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); ++n) {
      if (n == longest) return std::nullopt;
      out = out.with(n, utf8::at(text, at));
      at += utf8::length(static_cast<unsigned char>(text[at]));
    }
    return n == 0 ? std::nullopt : std::optional(out);
  }

  /// With `c` as its character number `n`, where it has `n` so far.
  [[nodiscard]] constexpr NGram with(std::size_t n, char32_t c) const {
    NGram out = *this;
    out.bits_ |= std::uint64_t{c} << place(n);
    return out;
  }

  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (std::size_t n = 0; n < longest; ++n) {
      const auto c = static_cast<char32_t>(bits_ >> place(n) & 0x1FFFFF);
      if (c != 0) utf8::append(out, c);
    }
    return out;
  }
  constexpr auto operator<=>(const NGram&) const = default;

 private:
  static constexpr unsigned place(std::size_t n) { return static_cast<unsigned>(42 - 21 * n); }
  std::uint64_t bits_ = 0;
};

}  // namespace noticekit

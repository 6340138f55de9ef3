#include "text/traditional.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr char32_t first = 0x3000;
constexpr char32_t last = 0x9FFF;

/// Variants that converters write and ICU's table leaves, each before its Simplified form.
constexpr std::u32string_view variants =
    U"於于裡里裏里週周佈布佔占徵征託托籤签覈核瞭了啓启啟启衆众羣群爲为僞伪牀床麪面祕秘"
    U"卻却強强綫线峯峰鬰郁讚赞歎叹湧涌洩泄洶汹虛虚戶户竈灶臺台檯台颱台幹干後后復复複复"
    U"乾干準准範范製制鐘钟鍾钟鬆松鬱郁穀谷蔔卜發发髮发係系繫系麵面闢辟慾欲嚮向誌志採采"
    U"彙汇匯汇錶表鬚须鬥斗闆板僕仆醜丑鹹咸薑姜藉借儘尽盡尽擡抬汙污鉅巨傢家捲卷夥伙傑杰"
    U"憑凭甯宁鑑鉴鑒鉴稜棱蹤踪跡迹蹟迹恆恒脣唇敎教説说悅悦閲阅銳锐稅税録录緖绪註注昇升"
    U"陞升闇暗嘆叹曬晒徹彻廻回迴回迺乃痠酸癡痴跼局蹠跖菸烟煙烟妳你牠它祂他著着遶绕幷并扞捍";

class Table {
 public:
  Table() : to_(last - first + 1) {
    for (char32_t c = first; c <= last; ++c) to_[c - first] = static_cast<char16_t>(c);
    ask_icu();
    for (std::size_t i = 0; i + 1 < variants.size(); i += 2) set(variants[i], variants[i + 1]);
    set(U'「', U'“');
    set(U'」', U'”');
    set(U'『', U'‘');
    set(U'』', U'’');
  }

  [[nodiscard]] char32_t of(char32_t c) const {
    return c >= first && c <= last ? to_[c - first] : c;
  }

 private:
  void set(char32_t from, char32_t to) { to_[from - first] = static_cast<char16_t>(to); }

  void ask_icu() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> convert(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) return;
    icu::UnicodeString all;
    for (char32_t c = 0x4E00; c <= last; ++c) all.append(static_cast<UChar>(c)).append(UChar{'\n'});
    convert->transliterate(all);
    char32_t c = 0x4E00;
    for (int32_t i = 0; i < all.length() && c <= last; ++i) {
      if (all[i] == '\n') {
        ++c;
      } else if (all[i] >= 0x4E00 && all[i] <= last && (i == 0 || all[i - 1] == '\n') &&
                 i + 1 < all.length() && all[i + 1] == '\n') {
        to_[c - first] = static_cast<char16_t>(all[i]);
      }
    }
  }

  std::vector<char16_t> to_;
};

const Table& table() {
  static const Table made;
  return made;
}

/// Frequent characters of the genre that only Traditional text has; enough to tell, without the
/// table.
constexpr std::u32string_view telling_han =
    U"個們來為國說時會對於過發後種經學現當動還進樣開從實軍無與長機關點業將兩間問應戰頭"
    U"體見產話內給門東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽強"
    U"難權設記類據邊張該規萬覺領術傳師觀黨組織責導廳縣鄉鎮視監辦執紀檢審項議級標準";

constexpr auto telling_bits = [] {
  std::array<std::uint64_t, (last - first) / 64 + 1> bits{};
  for (const char32_t c : telling_han)
    bits[(c - first) / 64] |= std::uint64_t{1} << (c - first) % 64;
  return bits;
}();

bool tells_traditional(char32_t c) {
  return (telling_bits[(c - first) / 64] >> (c - first) % 64 & 1) != 0;
}

}  // namespace

bool is_traditional(std::string_view s) {
  // A name or a quotation may have a few; a text in Traditional characters has one in five.
  constexpr std::size_t sample = 1800;  // bytes
  std::size_t han = 0;
  std::size_t telling = 0;
  for (std::size_t i = 0; i < s.size() && i < sample;) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[i + k]); };
    if (!utf8::is_han_lead(byte(0)) || i + 3 > s.size()) {
      i += utf8::length(byte(0));
      continue;
    }
    const char32_t c = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    i += 3;
    han += c >= 0x4E00 ? 1 : 0;
    telling += c >= 0x4E00 && tells_traditional(c) ? 1 : 0;
    if (han == 200 && telling == 0) return false;
  }
  return telling * 20 > han && telling > 1;
}

std::string simplified_shadow(std::string_view s) {
  std::string out(s);
  const Table& t = table();
  for (std::size_t i = 0; i < out.size();) {
    const std::size_t n = utf8::length(static_cast<unsigned char>(out[i]));
    if (n == 3 && i + 3 <= out.size()) {
      const char32_t c = utf8::at(out, i);
      const char32_t to = t.of(c);
      if (to != c) {
        out[i] = static_cast<char>(0xE0 | to >> 12);
        out[i + 1] = static_cast<char>(0x80 | (to >> 6 & 0x3F));
        out[i + 2] = static_cast<char>(0x80 | (to & 0x3F));
      }
    }
    i += n;
  }
  return out;
}

}  // namespace noticekit

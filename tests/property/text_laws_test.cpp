// Laws of the text layer, over texts made at random. A failure prints the seed that makes it again.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "noticekit/text.hpp"
#include "support/text_generator.hpp"
#include "text/nfc.hpp"
#include "text/utf8.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

constexpr unsigned rounds = 1500;

Result<Text> read(std::string_view bytes, const char* encoding = "", bool reflow = true) {
  Source source;
  source.path = "generated.txt";
  return read_text(bytes, source, {encoding}, {reflow});
}

/// Without blanks, line ends and what only a line's place in a document explains.
std::string squash(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = utf8::length(static_cast<unsigned char>(s[i]));
    const char32_t c = utf8::at(s, i);
    if (c > 0x20 && c != 0x3000 && c != '*' && c != '#' && c != '>' && c != '-') {
      out += s.substr(i, n);
    }
    i += n;
  }
  return out;
}

struct Variant {
  const char* name;
  const char* encoding;
  std::string bytes;
};

std::vector<Variant> variants(const std::string& text) {
  return {{"utf-8", "utf-8", text},
          {"bom", "utf-8", "\xEF\xBB\xBF" + text},
          {"gb18030", "gb18030", encode(text, "GB18030")},
          {"utf-16le", "utf-16le", "\xFF\xFE" + encode(text, "UTF-16LE")},
          {"utf-16be", "utf-16be", "\xFE\xFF" + encode(text, "UTF-16BE")}};
}

}  // namespace

TEST_CASE("normalizing twice equals normalizing once") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    std::mt19937 random(seed);
    const std::string bytes = random_text(random);
    for (const bool reflow : {true, false}) {
      const auto once = read(bytes, "utf-8", reflow);
      if (!once) continue;
      const auto twice = read(once->utf8, "utf-8", reflow);
      CAPTURE(seed, reflow);
      REQUIRE(twice);
      REQUIRE(twice->utf8 == once->utf8);
    }
  }
}

TEST_CASE("normalized text keeps its promises") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    std::mt19937 random(seed);
    const auto text = read(random_text(random), "utf-8");
    if (!text) continue;
    CAPTURE(seed);
    const std::string& s = text->utf8;
    REQUIRE(s.back() == '\n');
    REQUIRE(s.front() != '\n');
    for (const char* never : {"\n\n", " \n", "\n ", "\t\n", "\n\t", "\u3000\n", "\n\u3000", "  ",
                              "\r", "\f", "\u200B", "\uFEFF", "\u00A0", "２", "\u2028"}) {
      CAPTURE(never);
      REQUIRE(s.find(never) == std::string::npos);
    }
  }
}

TEST_CASE("the map is total and never goes backwards") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    std::mt19937 random(seed);
    const std::string original = random_text(random);
    for (const Variant& v : variants(original)) {
      const auto text = read(v.bytes, v.encoding);
      if (!text) continue;
      CAPTURE(seed, v.name);
      SourceSpan before;
      for (std::size_t i = 0; i < text->utf8.size();) {
        const std::size_t n = utf8::length(static_cast<unsigned char>(text->utf8[i]));
        const SourceSpan now = text->map.to_source(Span(i, i + n));
        const bool orderly = before.begin <= now.begin && before.end <= now.end &&
                             now.begin <= now.end && now.end.value <= v.bytes.size();
        if (!orderly) FAIL("at byte " << i);
        // Every character but an added line end or space stands for some bytes.
        if (now.empty() && static_cast<unsigned char>(text->utf8[i]) > 0x20) {
          FAIL("nothing stands behind byte " << i);
        }
        before = now;
        i += n;
      }
    }
  }
}

TEST_CASE("every encoding of a text normalizes alike") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    std::mt19937 random(seed);
    const std::string original = random_text(random);
    const auto expected = read(original, "utf-8");
    if (!expected) continue;
    for (const Variant& v : variants(original)) {
      const auto text = read(v.bytes, v.encoding);
      CAPTURE(seed, v.name);
      REQUIRE(text);
      REQUIRE(text->utf8 == expected->utf8);
    }
    std::string crlf;
    for (const char c : expected->utf8) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto text = read(crlf, "utf-8");
    CAPTURE(seed);
    REQUIRE(text);
    REQUIRE(text->utf8 == expected->utf8);
  }
}

TEST_CASE("a span cut from the source, decoded and normalized, is the span's text") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    std::mt19937 random(seed);
    Damage damage;
    damage.page_numbers = false;  // one inside a sentence is in the source and not in the text
    const std::string original = random_text(random, damage);
    for (const Variant& v : variants(original)) {
      const auto text = read(v.bytes, v.encoding);
      if (!text || text->edits[Edit::page_furniture] != 0) continue;
      for (int k = 0; k < 12; ++k) {
        std::size_t begin = random() % text->utf8.size();
        std::size_t end = std::min(text->utf8.size(), begin + random() % 120);
        while (!utf8::is_boundary(text->utf8, begin)) ++begin;
        while (!utf8::is_boundary(text->utf8, end)) ++end;
        if (end <= begin || nfc_may_change(utf8::at(text->utf8, begin)) ||
            nfc_may_change(utf8::at(text->utf8, end))) {
          continue;
        }
        const SourceSpan where = text->map.to_source(Span(begin, end));
        const std::string cut = v.bytes.substr(where.begin.value, where.size());
        const std::string expected = squash(slice(text->utf8, Span(begin, end)));
        const auto again = read(cut, v.encoding, false);
        // A few characters with a control among them are refused as no text.
        if (!again && again.error().code == Errc::malformed_encoding) continue;
        CAPTURE(seed, v.name, begin, end, expected);
        const std::string got = again ? squash(again->utf8) : std::string();
        REQUIRE(got == expected);
      }
    }
  }
}

TEST_CASE("any bytes are read or refused, in time that grows with their length") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    const std::string bytes = random_bytes(random, random() % 4000);
    CAPTURE(seed);
    for (const char* encoding : {"", "utf-8", "gb18030", "utf-16le", "utf-16be"}) {
      const auto text = read(bytes, encoding);
      if (text) {
        REQUIRE(utf8::is_boundary(text->utf8, 0));
        REQUIRE(text->utf8.back() == '\n');
      } else {
        REQUIRE_FALSE(text.error().message.empty());
        REQUIRE(text.error().where.path == "generated.txt");
      }
    }
  }
}

TEST_CASE("the worst shapes take no longer than their length explains") {
  const auto begun = std::chrono::steady_clock::now();
  const std::size_t size = 2'000'000;
  const auto repeat = [&](std::string_view unit) {
    std::string s;
    while (s.size() < size) s += unit;
    return s;
  };
  for (const char* unit :
       {"一",     "*",    "**一",   "a ",          "　",       "\n",  "1\n",      "— 1 —\n",
        "一，\n", "，\n", "（一\n", "e\u0301",     "\u0301",   "A\n", "一\u200B", "> ",
        "#",      "一*",  "Ａ",     "一，一\n1\n", "“一，\n”", "\t一"}) {
    CAPTURE(unit);
    (void)read(repeat(unit), "utf-8");
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  CHECK(taken.count() < 40);
}

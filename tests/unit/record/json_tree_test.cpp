#include "record/json_tree.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "record/json_reader.hpp"

using namespace noticekit;
using Json = nlohmann::ordered_json;

namespace {

Json rebuilt(const JsonTree& tree, JsonTree::Node node) {
  const std::string text(tree.text(tree.kind(node) <= JsonKind::array ? 0 : node));
  switch (tree.kind(node)) {
    case JsonKind::object: {
      Json out = Json::object();
      std::uint32_t members = 0;
      for (auto n = JsonTree::first(node); n != tree.next(node); ++members) {
        const auto value = tree.next(n);
        out[std::string(tree.text(n))] = rebuilt(tree, value);
        n = tree.next(value);
      }
      CHECK(members == tree.count(node));
      return out;
    }
    case JsonKind::array: {
      Json out = Json::array();
      for (auto n = JsonTree::first(node); n != tree.next(node); n = tree.next(n))
        out.push_back(rebuilt(tree, n));
      CHECK(out.size() == tree.count(node));
      return out;
    }
    case JsonKind::string:
      return text;
    case JsonKind::boolean:
      return text == "true";
    case JsonKind::null:
      return nullptr;
    case JsonKind::number:
      return Json::parse(text);
  }
  return {};
}

JsonTree tree_of(std::string_view line) {
  JsonTree tree;
  tree.read(line);
  return tree;
}

/// None where the line is refused.
std::optional<Json> read(std::string_view line) {
  try {
    return rebuilt(tree_of(line), 0);
  } catch (const BadJson&) {
    return std::nullopt;
  }
}

/// Numbers that no double holds: the other reader refuses them while it reads.
bool past_bounds(const std::string& line) {
  try {
    const Json json = Json::parse(line);
  } catch (const Json::out_of_range&) {
    return true;
  } catch (const Json::parse_error&) {
  }
  return false;
}

std::size_t fault(std::string_view line) {
  try {
    (void)tree_of(line);
  } catch (const BadJson& e) {
    return e.byte;
  }
  return std::string_view::npos;
}

}  // namespace

TEST_CASE("a line reads as another reader reads it, and is refused where that refuses it") {
  const std::vector<std::string> lines = {
      R"({"a":[1,-2,3.50,1e2,0],"b":{"c":null,"d":true,"e":false},"":[[],{}]})",
      R"(["\"\\\/\b\f\n\r\t\u0041\u4e2d\ud83d\ude00","plain","中文\"引号\"，末尾"])",
      "\xEF\xBB\xBF {\"k\" : \"\xF0\xA0\x80\x80\xC3\xA9\" ,\t\"l\":[ ] }\r",
      R"("alone")",
      "-0.5E-1",
      "null"};
  for (const std::string& line : lines) {
    INFO(line);
    REQUIRE(read(line));
    CHECK(*read(line) == Json::parse(line));
  }
  std::mt19937 random(20260512);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string bytes =
      "\"\\{}[]:,0123456789-+.eEutrflnas \n\x01\x7F\x80\xBF\xC0\xC2\xE0\xE4"
      "\xED\xEF\xF0\xF4\xF5\xFF";
  std::size_t good = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string line = lines[below(lines.size())];
    for (std::size_t n = 1 + below(2); n > 0 && !line.empty(); --n) {
      const std::size_t at = below(line.size());
      const char with = bytes[below(bytes.size())];
      switch (below(4)) {
        case 0:
          line.erase(at, 1 + below(3));
          break;
        case 1:
          line.insert(at, 1, with);
          break;
        case 2:
          line.resize(at);
          break;
        default:
          line[at] = with;
      }
    }
    if (past_bounds(line)) continue;
    const auto mine = read(line);
    const bool theirs = Json::accept(line);
    if (mine.has_value() != theirs || (mine && *mine != Json::parse(line))) {
      INFO(line);
      CHECK(mine.has_value() == theirs);
      if (mine && theirs) CHECK(*mine == Json::parse(line));
    }
    good += theirs ? 1U : 0U;
  }
  CHECK(good > 5000);
}

TEST_CASE("the byte that cannot be read is told, and a line that ends too early") {
  CHECK(fault(R"({"a":1})") == std::string_view::npos);
  CHECK(fault(R"({"a":x})") == 5);
  CHECK(fault(R"({"a":1]})") == 6);
  CHECK(fault(R"({"a":1} {})") == 8);
  CHECK(fault("[\"a\x02\"]") == 3);
  CHECK(fault(R"({"a":"一二)") == 12);
  CHECK(fault("{\"a\":\"\xE4\xB8") == 8);
  CHECK(fault("") == 0);
}

TEST_CASE("what the library lets pass or tells no place of is refused with a place too") {
  CHECK(fault(R"({"a":[0, 1e400]})") == 9);
  CHECK(fault("\xEF\xBB\xBF[-1e400]") == 4);
  CHECK(fault(std::string_view("{\"a\":1}\0", 8)) == 7);
  CHECK(fault(std::string_view("[1]\0\xFF", 5)) == 3);
  for (const char* line : {"1,2", "1],[2", "],[", "]\"alone\"", "]", "[1", "1]", "[]]"}) {
    INFO(line);
    CHECK(fault(line) <= std::string_view(line).size());
  }
  for (const char* string :
       {R"(["\ud83d"])", R"(["\ud83dx"])", R"(["\udc00"])", R"(["\ud83d\u0041"])",
        R"({"\udc00":1})", R"(["\x"])", R"(["\u00g0"])", "[\"\xED\xA0\x80\"]", "[\"\xC0\x80\"]",
        "[\"\xF4\x90\x80\x80\"]", "[\"a\tb\"]"}) {
    INFO(string);
    CHECK(fault(string) <= std::string_view(string).size());
  }
}

TEST_CASE("numbers stand as they are written, however long") {
  const JsonTree tree =
      tree_of("[123456789012345678901234567890 ,-0.10\t,1E5,18446744073709551616]");
  CHECK(tree.text(1) == "123456789012345678901234567890");
  CHECK(tree.text(2) == "-0.10");
  CHECK(tree.text(3) == "1E5");
  CHECK(tree.text(4) == "18446744073709551616");
}

TEST_CASE("a line takes the place of the one before, be that good or bad") {
  JsonTree tree;
  tree.read(R"({"first":"\u4e00","more":[1,2,3]})");
  CHECK_THROWS_AS(tree.read(R"({"second":[)"), BadJson);
  tree.read(R"({"third":"\u4e09"})");
  CHECK(rebuilt(tree, 0) == Json::parse(R"({"third":"三"})"));
}

TEST_CASE("depth is no matter") {
  const std::string deep(1'000'000, '[');
  CHECK(fault(deep) == deep.size());
  const JsonTree tree = tree_of(deep + std::string(deep.size(), ']'));
  CHECK(tree.next(0) == deep.size());
}

TEST_CASE("a fault is told with its place") {
  const std::string line = R"({"a":[{"b":"\u4e00"},{"b":2.0,"c":12}]})";
  const JsonTree tree = tree_of(line);
  const JsonValue list = JsonValue(tree).at("a");
  CHECK(list.size() == 2);
  CHECK(list.at(std::size_t{0}).at("b").string() == "一");
  const JsonValue second = list.at(std::size_t{1});
  CHECK(second.at("c").integer() == 12);
  CHECK(second.at("b").number_text() == "2.0");
  CHECK_FALSE(second.has("d"));
  const auto pointer = [](const auto& f) {
    try {
      f();
    } catch (const BadRecord& e) {
      return e.pointer;
    }
    return std::string("none");
  };
  CHECK(pointer([&] { (void)second.at("b").integer(); }) == "/a/1/b");
  CHECK(pointer([&] { (void)second.at("d"); }) == "/a/1");
  CHECK(pointer([&] { (void)list.at("x"); }) == "/a");
  CHECK(pointer([&] { (void)JsonValue(tree).at("z"); }).empty());
}

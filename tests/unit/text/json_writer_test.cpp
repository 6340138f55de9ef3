#include "text/json_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace noticekit;
using Json = nlohmann::ordered_json;

TEST_CASE("strings are written as another library writes them, wherever an escape stands") {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 63U, 64U, 65U, 130U, 1023U, 1024U, 5000U}) {
    for (const char c : {'"', '\\', '\n', '\x01', '\x1f', ' ', '\x7f'}) {
      for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
        std::string value(size, 'a');
        if (size > 0) value[at] = c;
        std::string out = "before";
        append_json_string(out, value);
        CHECK(out == "before" + Json(value).dump());
      }
    }
  }
  std::string out;
  append_json_string(out, std::string(9000, '\x02'));
  CHECK(out == Json(std::string(9000, '\x02')).dump());
}

TEST_CASE("whole numbers of any length are written") {
  for (const std::int64_t n :
       {0LL, 1LL, 9LL, 10LL, 99LL, 100LL, 105LL, 999LL, 1000LL, 1001LL, 9090LL, 9999LL, 10000LL,
        4294967295LL, -1LL, -9999LL, 9223372036854775807LL, -9223372036854775807LL - 1}) {
    std::string out;
    JsonWriter(out).integer(n);
    CHECK(out == std::to_string(n));
  }
}

TEST_CASE("every number below ten thousand keeps its digits") {
  std::string out;
  std::string wanted = "[";
  JsonWriter w(out);
  w.begin_array();
  for (int n = 0; n < 10'000; ++n) {
    w.integer(n);
    wanted += (n == 0 ? "" : ",") + std::to_string(n);
  }
  w.end_array();
  CHECK(out == wanted + "]");
}

TEST_CASE("commas stand between values only, also where the room is passed on") {
  // One entry more each time, so that the end of the room falls on every byte of an entry.
  for (std::size_t n = 0; n < 400; ++n) {
    Json tree = Json::object();
    std::string out;
    JsonWriter w(out);
    w.begin_object();
    for (std::size_t i = 0; i < n; ++i) {
      const std::string key = "k" + std::to_string(i);
      w.key(key);
      w.begin_array();
      Json list = Json::array();
      if (i % 3 != 0) {
        w.string("值");
        w.null();
        w.boolean(true);
        w.begin_object();
        w.end_object();
        list = {"值", nullptr, true, Json::object()};
      }
      w.end_array();
      tree[key] = list;
    }
    w.end_object();
    REQUIRE(out == tree.dump());
  }
}

TEST_CASE("a code is written without looking at it") {
  JsonWriter::Code code;
  std::string_view("lead").copy(code.text, 4);
  code.size = 4;
  std::string out;
  JsonWriter(out).code(code);
  CHECK(out == "\"lead\"");
}

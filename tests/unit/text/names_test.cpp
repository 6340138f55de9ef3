#include <catch2/catch.hpp>
#include <string>

#include "noticekit/error.hpp"
#include "noticekit/text.hpp"

using namespace noticekit;

TEST_CASE("codes and edits are printed under their own names") {
  CHECK(std::string(errc_name(Errc::unreadable_file)) == "unreadable_file");
  CHECK(std::string(errc_name(Errc::malformed_encoding)) == "malformed_encoding");
  CHECK(std::string(errc_name(Errc::internal)) == "internal");
  CHECK(std::string(edit_name(Edit::bom)) == "bom");
  CHECK(std::string(edit_name(Edit::page_furniture)) == "page_furniture");
  CHECK(std::string(edit_name(Edit::blank_line)) == "blank_line");
}

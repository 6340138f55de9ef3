#include "extract/accountability.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// "admonition 2+criticism_education": every figure with its kind and those told with it.
std::string people(std::string_view sentence) {
  const Notice n = with_answer(sentence);
  std::string out;
  for (const Accountability& a : n.accountability) {
    if (!out.empty()) out += ' ';
    out += accountability_name(a.kind) + (" " + to_string(a.value));
    for (const AccountabilityKind kind : a.with)
      out += std::string("+") + accountability_name(kind);
  }
  return out;
}

}  // namespace

TEST_CASE("a figure stands after the act, or before it where the act is done to people") {
  CHECK(people("给予党纪处分2人，诫勉谈话3人。") == "party_discipline 2 admonition 3");
  CHECK(people("对负有责任的1名股长诫勉。") == "admonition 1");
  CHECK(people("对4名窗口人员批评教育。") == "criticism_education 4");
  CHECK(people("给予原会计1名党内警告处分。") == "party_discipline 1");
  CHECK(people("政务处分0人。") == "administrative_discipline 0");
}

TEST_CASE("people of a list each have the act that follows them") {
  CHECK(people("对2名股长诫勉、3名经办人员批评教育。") == "admonition 2 criticism_education 3");
}

TEST_CASE("a joint figure is given once and names both kinds") {
  CHECK(people("批评教育、提醒谈话8人。") == "criticism_education 8+reminder_talk");
  CHECK(people("对3名干部予以诫勉、批评教育。") == "admonition 3+criticism_education");
}

TEST_CASE("a figure for each kind is given for each") {
  CHECK(people("诫勉、批评教育各2人。") == "admonition 2 criticism_education 2");
}

TEST_CASE("words that hold nobody to account give nothing") {
  CHECK(people("组织12名干部参加警示教育。").empty());
  CHECK(people("对查摆出的3个问题严肃追责问责。").empty());
}

TEST_CASE("a cell is read as a clause of its own, and no figure is taken from another") {
  CHECK(people("1\t记录不全\t诫勉谈话2人\t已完成") == "admonition 2");
  CHECK(people("1\t记录不全\t对2名股长诫勉\t已完成") == "admonition 2");
  CHECK(people("1\t3人\t诫勉谈话\t2人").empty());
}

TEST_CASE("penalties without the word 处分, removals and the four forms count") {
  CHECK(people("行政警告2人，行政记过1人，免职1人。") ==
        "administrative_discipline 2 administrative_discipline 1 organizational_handling 1");
  CHECK(people("行政记过处分1人。") == "administrative_discipline 1");
  CHECK(people("运用“第一种形态”处理6人。") == "accountability_total 6");
  CHECK(people("规范任免职5人。").empty());
}

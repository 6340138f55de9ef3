#include <cstdio>
#include <noticekit/notice.hpp>
#include <noticekit/rules.hpp>
#include <utility>

int main() {
  auto rules = noticekit::builtin_rules();
  auto text = noticekit::read_text("一、反馈问题整改情况\n1.台账不全。一是补齐台账。\n", {});
  const auto notice = noticekit::extract(std::move(*text), rules->extract());
  std::printf("%zu finding, %zu measure\n", notice.findings.size(),
              notice.findings.at(0).measures.size());
}

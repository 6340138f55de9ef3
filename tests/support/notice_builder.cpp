#include "support/notice_builder.hpp"

#include <utility>

namespace noticekit::testing {

NoticeBuilder::NoticeBuilder(std::string id) {
  notice.text.source.path = id;
  notice.text.source.format = "txt";
  notice.text.source.encoding = "utf-8";
  notice.text.id = std::move(id);
}

Span NoticeBuilder::words(std::string_view words) {
  const std::size_t begin = notice.text.utf8.size();
  notice.text.utf8 += words;
  return {begin, begin + words.size()};
}

Span NoticeBuilder::line(std::string_view text) {
  const Span span = words(text);
  notice.text.utf8 += '\n';
  return span;
}

NoticeBuilder& NoticeBuilder::body(std::string_view name) {
  notice.inspected_bodies.push_back(line(name));
  return *this;
}

std::uint32_t NoticeBuilder::heading(std::string_view text) {
  end_finding();
  Heading h;
  h.text = h.line = line(text);
  notice.outline.headings.push_back(h);
  return static_cast<std::uint32_t>(notice.outline.headings.size() - 1);
}

Finding& NoticeBuilder::finding(std::string_view problem) {
  end_finding();
  open_ = true;
  Finding f;
  const std::size_t n = notice.findings.size() + 1;
  f.id = (n < 10 ? "F0" : "F") + std::to_string(n);
  f.problem = line(problem);
  f.extent = f.problem;
  notice.findings.push_back(f);
  return notice.findings.back();
}

void NoticeBuilder::end_finding() {
  if (open_) notice.findings.back().extent.end = TextOffset(notice.text.utf8.size());
  open_ = false;
}

NoticeBuilder& NoticeBuilder::measure(std::string_view text) {
  notice.findings.back().measures.push_back({std::nullopt, line(text)});
  return *this;
}

NoticeBuilder& NoticeBuilder::claim(ClaimKind kind, std::string_view value, std::string scope) {
  Claim c;
  c.kind = kind;
  c.value = parse_decimal(value).value();
  c.scope = std::move(scope);
  c.span = words(value);
  notice.claims.push_back(c);
  return *this;
}

NoticeBuilder& NoticeBuilder::people(AccountabilityKind kind, std::string_view value,
                                     std::string_view unit) {
  Accountability a;
  a.kind = kind;
  a.value = parse_decimal(value).value();
  a.unit = unit;
  a.span = words(value);
  notice.accountability.push_back(a);
  return *this;
}

NoticeBuilder& NoticeBuilder::money(MoneyKind kind, std::string_view yuan,
                                    std::string_view printed) {
  notice.money.push_back({kind, parse_decimal(yuan).value(), words(printed)});
  return *this;
}

Notice NoticeBuilder::take() {
  end_finding();
  return std::move(notice);
}

Labels genre_labels(std::string id, std::string name) {
  Labels labels;
  labels.genre = Label{std::move(id), std::move(name), 1, {}};
  return labels;
}

}  // namespace noticekit::testing

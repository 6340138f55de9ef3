#include "report/page/finding_row.hpp"

#include <algorithm>
#include <vector>

#include "report/page/html.hpp"
#include "report/phrasing.hpp"
#include "report/writer.hpp"

namespace noticekit::page {
namespace {

constexpr Phrasing heading_number{"序号", "no."}, heading_unit{"被巡察单位", "inspected body"},
    heading_problem{"反馈问题", "finding"}, heading_topic{"问题类别", "topics"},
    heading_state{"完成状态", "status"}, heading_measures{"措施数", "measures"},
    heading_source{"来源", "source"};

struct Marked {
  Span span;
  const char* what;
};

/// The spans of a finding, in order, without overlap.
std::vector<Marked> marks_of(const Finding& f, Language lang) {
  std::vector<Marked> all;
  const auto add = [&](Span span, const Phrasing& what) {
    if (!span.empty()) all.push_back({span, what.in(lang)});
  };
  add(f.problem, {"反馈问题", "finding"});
  if (f.detail) add(*f.detail, {"具体表现", "detail"});
  for (const Measure& m : f.measures) add(m.text, {"整改措施", "measure"});
  for (const Span s : f.outcomes) add(s, {"整改进展", "progress"});
  for (const Span s : f.results) add(s, {"整改成效", "result"});
  if (f.status.quote) add(*f.status.quote, {"完成状态", "status"});
  std::stable_sort(all.begin(), all.end(),
                   [](const Marked& a, const Marked& b) { return a.span.begin < b.span.begin; });
  std::vector<Marked> out;
  for (const Marked& m : all) {
    if (out.empty() || out.back().span.end <= m.span.begin) out.push_back(m);
  }
  return out;
}

void put_marked(std::string& out, const Notice& n, const std::vector<Marked>& marks, Span whole) {
  std::uint32_t at = whole.begin.value;
  for (const Marked& m : marks) {
    if (!whole.contains(m.span)) continue;
    put_text(out, n.view(Span(at, m.span.begin.value)));
    out += "<mark title=\"" + text(m.what) + "\">" + text(n.view(m.span)) + "</mark>";
    at = m.span.end.value;
  }
  std::string_view rest = n.view(Span(at, whole.end.value));
  while (!rest.empty() && rest.back() == '\n') rest.remove_suffix(1);
  put_text(out, rest);
}

void put_original(std::string& out, const Notice& n, const Finding& f, Language lang) {
  const std::vector<Marked> marks = marks_of(f, lang);
  if (!f.extent.empty() && !f.extent.contains(f.problem)) {  // the answer stands elsewhere
    put_marked(out, n, marks, {f.problem.begin, f.detail ? f.detail->end : f.problem.end});
    put_text(out, "\n");
  }
  put_marked(out, n, marks, f.extent.empty() ? f.problem : f.extent);
}

void put_list(std::string& out, const Notice& n, const Phrasing& heading,
              const std::vector<Span>& spans, Language lang) {
  if (spans.empty()) return;
  put_element(out, "h3", "", heading.in(lang));
  if (spans.size() == 1) {
    put_element(out, "p", "", one_line(n.view(spans[0])));
    return;
  }
  out += "<ol>";
  for (const Span span : spans) put_element(out, "li", "", one_line(n.view(span)));
  out += "</ol>";
}

void put_details(std::string& out, const Notice& n, const Finding& f, Language lang) {
  out += "<details><summary>" + text(one_line(n.view(f.problem))) +
         "</summary><div class=\"both\"><div>";
  if (f.detail) put_list(out, n, {"具体表现", "Detail"}, {*f.detail}, lang);
  std::vector<Span> measures;
  for (const Measure& m : f.measures) measures.push_back(m.text);
  put_list(out, n, {"整改措施", "Measures"}, measures, lang);
  if (measures.empty())
    put_element(out, "p", "empty-note", Phrasing{"未列整改措施", "No measure is stated"}.in(lang));
  put_list(out, n, {"整改进展", "Progress"}, f.outcomes, lang);
  put_list(out, n, {"整改成效", "Results"}, f.results, lang);
  if (f.status.quote)
    put_list(out, n,
             f.status.basis == StatusBasis::derived
                 ? Phrasing{"完成状态系推定，依据", "Status derived from"}
                 : Phrasing{"完成状态依据", "Words of the status"},
             {*f.status.quote}, lang);
  out += "</div><div>";
  put_element(out, "h3", "", Phrasing{"原文", "Original text"}.in(lang));
  out += "<div class=\"original\" lang=\"zh-CN\">";
  put_original(out, n, f, lang);
  out += "</div></div></div></details>";
}

void begin_cell(std::string& out, const Phrasing& heading, const char* css, Language lang) {
  out += "<td data-label=\"" + text(heading.in(lang)) + "\"";
  if (*css != '\0') out += std::string(" class=\"") + css + "\"";
}

void put_select(std::string& out, const char* name, const Phrasing& label,
                const std::set<std::string>& values, Language lang) {
  out += "<label>" + text(label.in(lang)) + "<select name=\"" + name + "\"><option value=\"\">" +
         text(Phrasing{"全部", "all"}.in(lang)) + "</option>";
  for (const std::string& value : values) put_element(out, "option", "", value);
  out += "</select></label>\n";
}

}  // namespace

void put_finding(std::string& out, const Notice& n, const Labels* labels, std::size_t finding,
                 std::uint64_t number, Language lang, Choices& choices) {
  const Finding& f = n.findings[finding];
  const std::string body = cell_words(bodies_of(n));
  const std::string& unit = body.empty() ? n.text.id : body;
  const char* words = status_words(f.status.value, lang);
  const std::string state = *words != '\0' ? words : Phrasing{"未载明", "not stated"}.in(lang);
  std::string topics;
  if (labels != nullptr && finding < labels->findings.size()) {
    for (const Label& topic : labels->findings[finding].topics) {
      const std::string& name = topic.name.empty() ? topic.id : topic.name;
      topics += (topics.empty() ? "" : "\n") + name;
      choices.topics.insert(name);
    }
  }
  choices.units.insert(unit);
  choices.states.insert(state);
  const std::string& whole = n.text.utf8;
  const auto line = 1 + std::count(whole.begin(), whole.begin() + f.problem.begin.value, '\n');
  const std::string source = n.text.id + ":" + std::to_string(line);

  out += "<tr id=\"f" + std::to_string(number) + "\" data-unit=\"" + text(unit) +
         "\" data-topic=\"" + text(topics) + "\" data-state=\"" + text(state) + "\"";
  if (!counts_in_statistics(labels)) out += " class=\"uncounted\"";
  out += ">";
  begin_cell(out, heading_number, "number", lang);
  out += ">" + std::to_string(number) + "</td>";
  begin_cell(out, heading_unit, "", lang);
  out += ">" + text(unit) + "</td>";
  begin_cell(out, heading_problem, "problem", lang);
  out += " data-sort=\"" + text(one_line(n.view(f.problem))) + "\">";
  put_details(out, n, f, lang);
  out += "</td>";
  begin_cell(out, heading_topic, topics.empty() ? "empty" : "", lang);
  out += ">" + text(topics) + "</td>";
  begin_cell(out, heading_state, "", lang);
  const std::string index = std::to_string(static_cast<int>(f.status.value));
  out += " data-sort=\"" + index + "\"><span class=\"state\"><svg viewBox=\"0 0 12 12\" " +
         "aria-hidden=\"true\"><circle cx=\"6\" cy=\"6\" r=\"6\" class=\"c" + index + "\"/></svg>" +
         text(state) + "</span></td>";
  begin_cell(out, heading_measures, "number", lang);
  out += ">" + std::to_string(f.measures.size()) + "</td>";
  begin_cell(out, heading_source, "", lang);
  out += ">" + text(source) + "</td></tr>\n";
}

void put_ledger(std::string& out, const std::string& rows, const Choices& choices, Language lang) {
  if (rows.empty()) {
    put_element(out, "p", "empty-note", Phrasing{"没有问题。", "No findings."}.in(lang));
    return;
  }
  out += "<form class=\"filter\" id=\"filter\" hidden>\n<label>" +
         text(Phrasing{"查找文字", "Search"}.in(lang)) +
         "<input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\n";
  put_select(out, "unit", heading_unit, choices.units, lang);
  put_select(out, "topic", heading_topic, choices.topics, lang);
  put_select(out, "state", heading_state, choices.states, lang);
  out += "<button type=\"reset\">" + text(Phrasing{"清除", "Clear"}.in(lang)) +
         "</button>\n<output aria-live=\"polite\" data-words=\"" +
         text(Phrasing{"显示 {n} / {all} 个问题", "{n} of {all} findings shown"}.in(lang)) +
         "\"></output>\n</form>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
         "aria-labelledby=\"ledger-h\">"
         "<table id=\"ledger-table\" class=\"cards\">\n<caption>" +
         text(Phrasing{"点开问题可见措施、成效和原文。",
                       "Open a finding for its measures, results and original text."}
                  .in(lang)) +
         "</caption>\n<thead><tr>";
  for (const Phrasing& heading : {heading_number, heading_unit, heading_problem, heading_topic,
                                  heading_state, heading_measures, heading_source})
    out += "<th scope=\"col\">" + text(heading.in(lang)) + "</th>";
  out += "</tr></thead>\n<tbody>\n" + rows + "</tbody></table></div>\n";
}

}  // namespace noticekit::page

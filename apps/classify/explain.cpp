#include "classify/explain.hpp"

#include <cmath>
#include <cstdio>

namespace noticekit::cli {
namespace {

constexpr double sure = 0.7, clear_margin = 0.25, likely = 0.5;

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::string fixed(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

/// Where a span stands: in the problem, a measure, a heading, the title …
std::string place(const Notice& notice, Span span) {
  const auto in = [&](const Field& f) { return f && f->contains(span); };
  for (const Finding& f : notice.findings) {
    if (f.problem.contains(span)) return f.id + " problem";
    if (in(f.detail)) return f.id + " detail";
    if (in(f.lead)) return f.id + " lead";
    for (std::size_t m = 0; m < f.measures.size(); ++m) {
      if (f.measures[m].text.contains(span)) return f.id + " measure " + std::to_string(m + 1);
    }
    for (const Span r : f.results) {
      if (r.contains(span)) return f.id + " results";
    }
  }
  if (in(notice.title)) return "title";
  for (const Heading& h : notice.outline.headings) {
    if (h.text.contains(span)) return "heading";
  }
  for (const Block& b : notice.outline.blocks) {
    if (b.span.contains(span)) return b.role == Role::lead ? "lead" : "text";
  }
  return "text";
}

void one(std::string& out, const Notice& notice, const char* kind, const Label& l) {
  out.append("  ").append(kind).append(": ").append(l.id).append(" ").append(l.name);
  out.append(" (").append(label_source_name(l.by)).append(", score ").append(fixed(l.score));
  if (l.probability) out.append(", probability ").append(fixed(*l.probability));
  if (!l.runner_up.empty()) {
    out.append("; next ").append(l.runner_up);
    if (l.margin) out.append(", margin ").append(fixed(*l.margin));
  }
  out += ")\n";
  if (l.why.empty() && l.by != LabelSource::person) out += "      no words speak for any\n";
  for (const Evidence& e : l.why) {
    out.append("      ").append(percent(e.share)).append(" “");
    out.append(slice(notice.text.utf8, e.span)).append("” ").append(place(notice, e.span));
    out.append(", ").append(e.rule).append("\n");
  }
}

void maybe(std::string& out, const Notice& n, const char* kind, const std::optional<Label>& l) {
  if (l) one(out, n, kind, *l);
}

bool is_doubtful(const Label& l) {
  if (l.by == LabelSource::person) return false;
  if (l.why.empty()) return true;
  if (l.probability) return *l.probability < sure;
  if (l.by == LabelSource::model && l.score < likely) return true;
  return l.margin && *l.margin < clear_margin;
}

std::string cell(std::string_view text) {
  // A spreadsheet runs what begins with one of these.
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    out += '\'';
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

struct Doubt {
  const Notice& notice;
  const Finding& finding;
  std::string kind;
  std::string measure;
  Span words;

  void line(std::string& out, const std::vector<Label>& labels) const {
    std::string ids, names;
    for (const Label& l : labels) {
      ids += (ids.empty() ? "" : " ") + l.id;
      names += (names.empty() ? "" : " ") + l.name;
    }
    const Label* first = labels.empty() ? nullptr : &labels[0];
    const auto number = [](const std::optional<double>& v) { return v ? fixed(*v) : ""; };
    for (const std::string& c : {notice.text.id, finding.id, kind, measure, ids, names,
                                 first ? first->runner_up : std::string(),
                                 first ? std::string(label_source_name(first->by)) : std::string(),
                                 first ? number(first->margin) : std::string(),
                                 first ? number(first->probability) : std::string()})
      out.append(cell(c)).append(",");
    out.append(cell(slice(notice.text.utf8, words))).append("\r\n");
  }
};

}  // namespace

void explain(std::string& out, const Notice& notice, const Labels& labels) {
  out.append(notice.text.id).append("\n");
  maybe(out, notice, "genre", labels.genre);
  maybe(out, notice, "tier", labels.tier);
  for (const Label& l : labels.inspection_type) one(out, notice, "inspection type", l);
  maybe(out, notice, "inspected level", labels.inspected_level);
  for (std::size_t i = 0; i < labels.findings.size() && i < notice.findings.size(); ++i) {
    const Finding& f = notice.findings[i];
    const FindingLabels& l = labels.findings[i];
    out.append(" ").append(f.id).append(" ");
    out.append(slice(notice.text.utf8, f.problem)).append("\n");
    maybe(out, notice, "dimension", l.dimension);
    for (const Label& t : l.topics) one(out, notice, "topic", t);
    maybe(out, notice, "substance", l.substance);
    for (std::size_t m = 0; m < l.measure_types.size(); ++m) {
      const std::string kind = "measure " + std::to_string(m + 1);
      for (const Label& t : l.measure_types[m]) one(out, notice, kind.c_str(), t);
    }
  }
}

std::string doubtful_head() {
  return "\xEF\xBB\xBFid,finding,kind,measure,label,name,runner_up,by,margin,probability,text\r\n";
}

void doubtful_labels(std::string& out, const Notice& notice, const Labels& labels) {
  for (std::size_t i = 0; i < labels.findings.size() && i < notice.findings.size(); ++i) {
    const Finding& f = notice.findings[i];
    const FindingLabels& l = labels.findings[i];
    if (l.topics.empty() || is_doubtful(l.topics[0])) {
      Doubt{notice, f, "topics", "", f.problem}.line(
          out, l.topics.empty() ? l.topics : std::vector<Label>{l.topics[0]});
    }
    if (l.dimension && l.dimension->margin && is_doubtful(*l.dimension))
      Doubt{notice, f, "dimension", "", f.problem}.line(out, {*l.dimension});
    for (std::size_t m = 0; m < l.measure_types.size() && m < f.measures.size(); ++m) {
      const std::vector<Label>& types = l.measure_types[m];
      if (types.empty() || is_doubtful(types[0])) {
        Doubt{notice, f, "measure_types", std::to_string(m + 1), f.measures[m].text}.line(out,
                                                                                          types);
      }
    }
  }
}

}  // namespace noticekit::cli

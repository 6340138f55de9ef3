#include "report/where.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "report/phrasing.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

using Values = std::vector<std::string>;

void add(Values& out, const std::optional<Label>& label) {
  if (!label) return;
  out.push_back(label->id);
  if (!label->name.empty() && label->name != label->id) out.push_back(label->name);
}

void add(Values& out, const Notice& n, const Field& field) {
  if (field) out.push_back(one_line(n.view(*field)));
}

/// Of publication, else of the feedback, else of the inspection.
std::string year_of(const Notice& n) {
  for (const auto* date : {&n.published, &n.feedback, &n.inspection_start}) {
    if (*date && (*date)->precision != Precision::none) return std::to_string((*date)->year);
  }
  return {};
}

/// Fields of the whole notice; false where there is no such field.
bool add_document_field(std::string_view field, const Notice& n, const Labels* labels,
                        Values& out) {
  const auto date = [&](const std::optional<Date>& d) {
    if (d && !iso(*d).empty()) out.push_back(iso(*d));
  };
  if (field == "source") {
    out.push_back(n.text.id);
  } else if (field == "title") {
    add(out, n, n.title);
  } else if (field == "issuer") {
    add(out, n, n.issuer);
  } else if (field == "body") {
    for (const Span b : n.inspected_bodies) out.push_back(one_line(n.view(b)));
  } else if (field == "group") {
    add(out, n, n.inspection_group);
  } else if (field == "round") {
    add(out, n, n.round);
  } else if (field == "year") {
    if (std::string year = year_of(n); !year.empty()) out.push_back(std::move(year));
  } else if (field == "published") {
    date(n.published);
  } else if (field == "feedback") {
    date(n.feedback);
  } else if (field == "findings") {
    out.push_back(std::to_string(n.findings.size()));
  } else if (field == "genre" || field == "tier" || field == "level" || field == "type") {
    if (labels == nullptr) return true;
    if (field == "genre") add(out, labels->genre);
    if (field == "tier") add(out, labels->tier);
    if (field == "level") add(out, labels->inspected_level);
    if (field == "type") {
      for (const Label& l : labels->inspection_type) add(out, l);
    }
  } else {
    return false;
  }
  return true;
}

std::optional<double> number_of(const std::string& words) {
  const auto d = parse_decimal(words);
  if (!d) return std::nullopt;
  return static_cast<double>(d->units) / std::pow(10.0, d->places);
}

/// Less than zero, zero or more, as `a` is before, equal to or after `b`.
int compare(const std::string& a, const std::string& b) {
  const auto x = number_of(a), y = number_of(b);
  if (x && y) return *x < *y ? -1 : *x > *y ? 1 : 0;
  return a.compare(b);
}

/// 2024, 2024-03 or 2024-03-05.
bool is_date(std::string_view s) {
  if (s.size() != 4 && s.size() != 7 && s.size() != 10) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool gap = i == 4 || i == 7;
    if (gap ? s[i] != '-' : s[i] < '0' || s[i] > '9') return false;
  }
  const auto two = [&](std::size_t i) {
    return static_cast<unsigned>((s[i] - '0') * 10 + (s[i + 1] - '0'));
  };
  const std::chrono::year year(static_cast<int>(two(0) * 100 + two(2)));
  const std::chrono::month month(s.size() > 4 ? two(5) : 1);
  return (year / month / std::chrono::day(s.size() > 7 ? two(8) : 1)).ok();
}

/// What a field whose values no rules change can be; empty for other fields.
std::vector<std::string> closed_values(std::string_view field) {
  std::vector<std::string> out;
  if (field == "status") {
    for (int i = 0; i <= static_cast<int>(StatusValue::unclear); ++i)
      out.emplace_back(status_name(static_cast<StatusValue>(i)));
    for (int i = 0; i < static_cast<int>(StatusValue::unclear); ++i)
      out.emplace_back(status_words(static_cast<StatusValue>(i), Language::zh));
  } else if (field == "basis") {
    for (const StatusBasis b : {StatusBasis::stated, StatusBasis::derived, StatusBasis::unclear})
      out.emplace_back(basis_name(b));
  } else if (field == "origin") {
    for (const Origin o : {Origin::inspection_feedback, Origin::self_identified})
      out.emplace_back(origin_name(o));
  }
  return out;
}

/// Why nothing can be compared with `value` in this field; empty where something can.
std::string fault_of_value(std::string_view field, const std::string& value) {
  const auto expected = [&](std::string_view what) {
    return std::string(field) + " is compared with " + std::string(what) + ", not \"" + value +
           "\"";
  };
  if (field == "year" || field == "findings" || field == "measures")
    return number_of(value) ? std::string() : expected("a number");
  if (field == "published" || field == "feedback")
    return is_date(value) ? std::string() : expected("a date such as 2024, 2024-03 or 2024-03-05");
  const std::vector<std::string> values = closed_values(field);
  if (values.empty() || std::find(values.begin(), values.end(), value) != values.end()) return {};
  std::vector<NamedAbout> known;
  known.reserve(values.size());
  for (const std::string& v : values) known.push_back({v, {}});
  return unknown_name(field, value, known).message;
}

}  // namespace

const std::vector<NamedAbout>& where_fields() {
  static const std::vector<NamedAbout> all = {{"source", "file"},
                                              {"title", ""},
                                              {"issuer", ""},
                                              {"body", "inspected body"},
                                              {"group", "inspection group"},
                                              {"round", ""},
                                              {"year", "of publication"},
                                              {"published", "date"},
                                              {"feedback", "date"},
                                              {"findings", "how many"},
                                              {"genre", "code or name"},
                                              {"tier", "code or name"},
                                              {"level", "code or name"},
                                              {"type", "code or name"},
                                              {"finding", "F01"},
                                              {"problem", "words"},
                                              {"detail", "words"},
                                              {"status", "code or words"},
                                              {"basis", "stated, derived, unclear"},
                                              {"origin", "code"},
                                              {"dimension", "code or name"},
                                              {"topic", "code or name"},
                                              {"substance", "code or name"},
                                              {"measures", "how many"}};
  return all;
}

std::vector<std::string> values_of(std::string_view field, const Subject& about) {
  Values out;
  if (about.notice == nullptr) return out;
  const Notice& n = *about.notice;
  if (add_document_field(field, n, about.labels, out) || about.finding < 0) return out;
  const auto i = static_cast<std::size_t>(about.finding);
  const Finding& f = n.findings[i];
  if (field == "finding") {
    out.push_back(f.id);
  } else if (field == "problem") {
    out.push_back(one_line(n.view(f.problem)));
  } else if (field == "detail") {
    add(out, n, f.detail);
  } else if (field == "status") {
    out.emplace_back(status_name(f.status.value));
    if (const char* words = status_words(f.status.value, Language::zh); *words != '\0')
      out.emplace_back(words);
  } else if (field == "basis") {
    out.emplace_back(basis_name(f.status.basis));
  } else if (field == "origin") {
    out.emplace_back(origin_name(f.origin));
  } else if (field == "measures") {
    out.push_back(std::to_string(f.measures.size()));
  } else if (about.labels != nullptr && i < about.labels->findings.size()) {
    const FindingLabels& labels = about.labels->findings[i];
    if (field == "dimension") add(out, labels.dimension);
    if (field == "substance") add(out, labels.substance);
    if (field == "topic") {
      for (const Label& l : labels.topics) add(out, l);
    }
  }
  return out;
}

/// One pass over the words; the first fault ends it.
class Condition::Parser {
 public:
  explicit Parser(std::string_view words) : all_(words), rest_(words) {}

  Result<Node> whole() {
    Node node = alternatives();
    blanks();
    if (fault_.empty() && !rest_.empty()) fault("and, or, or the end");
    if (!fault_.empty()) return Error{Errc::bad_usage, fault_, {}};
    return node;
  }

 private:
  void blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
      rest_.remove_prefix(1);
  }

  void fault(std::string_view expected) {
    if (!fault_.empty()) return;
    fault_ = "--where: " + std::string(expected) + " expected at character " +
             std::to_string(all_.size() - rest_.size() + 1) + " of \"" + std::string(all_) + "\"";
    rest_ = {};
  }

  bool word(std::string_view w) {
    blanks();
    if (!rest_.starts_with(w)) return false;
    const std::string_view after = rest_.substr(w.size());
    if (!after.empty() && after.front() != ' ' && after.front() != '(' && after.front() != '\t')
      return false;
    rest_ = after;
    return true;
  }

  Node alternatives() {
    Node first = together();
    if (!word("or")) return first;
    Node out{Op::any, {}, {}, {}};
    out.of.push_back(std::move(first));
    do out.of.push_back(together());
    while (word("or"));
    return out;
  }

  Node together() {
    Node first = single();
    if (!word("and")) return first;
    Node out{Op::all, {}, {}, {}};
    out.of.push_back(std::move(first));
    do out.of.push_back(single());
    while (word("and"));
    return out;
  }

  Node single() {
    if (++depth_ > 200) {
      fault("less nesting");
      return {Op::all, {}, {}, {}};
    }
    Node out{Op::none, {}, {}, {}};
    if (word("not")) {
      out.of.push_back(single());
    } else if (blanks(); rest_.starts_with('(')) {
      rest_.remove_prefix(1);
      out = alternatives();
      blanks();
      if (rest_.starts_with(')')) {
        rest_.remove_prefix(1);
      } else {
        fault("\")\"");
      }
    } else {
      out = comparison();
    }
    --depth_;
    return out;
  }

  Node comparison() {
    Node out{Op::equal, {}, {}, {}};
    std::size_t length = 0;
    while (length < rest_.size() &&
           (std::isalpha(static_cast<unsigned char>(rest_[length])) != 0 || rest_[length] == '_'))
      ++length;
    out.field = rest_.substr(0, length);
    const auto& fields = where_fields();
    if (std::none_of(fields.begin(), fields.end(),
                     [&](const NamedAbout& f) { return f.name == out.field; })) {
      if (fault_.empty()) fault_ = "--where: " + unknown_name("field", out.field, fields).message;
      rest_ = {};
      return out;
    }
    rest_.remove_prefix(length);
    blanks();
    constexpr std::pair<std::string_view, Op> ops[] = {
        {"!=", Op::unequal}, {"!~", Op::lacks}, {"<=", Op::most}, {">=", Op::least},
        {"=", Op::equal},    {"~", Op::has},    {"<", Op::less},  {">", Op::more}};
    for (const auto& [sign, op] : ops) {
      if (!rest_.starts_with(sign)) continue;
      rest_.remove_prefix(sign.size());
      out.op = op;
      if (!rest_.empty() &&
          std::string_view("=<>~").find(rest_.front()) != std::string_view::npos) {
        fault("a value, in quotation marks if it begins with a sign,");
        return out;
      }
      out.value = value();
      const bool part = op == Op::has || op == Op::lacks;
      if (std::string why = part ? std::string() : fault_of_value(out.field, out.value);
          fault_.empty() && !why.empty()) {
        fault_ = "--where: " + why;
        rest_ = {};
      }
      return out;
    }
    fault("one of = != ~ !~ < <= > >=");
    return out;
  }

  std::string value() {
    blanks();
    for (const char quote : {'"', '\''}) {
      if (!rest_.starts_with(quote)) continue;
      const std::size_t end = rest_.find(quote, 1);
      if (end == std::string_view::npos) {
        fault("a closing quotation mark");
        return {};
      }
      std::string out(rest_.substr(1, end - 1));
      rest_.remove_prefix(end + 1);
      return out;
    }
    const std::size_t end = std::min(rest_.find_first_of(" \t()"), rest_.size());
    std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (out.empty()) fault("a value");
    return out;
  }

  std::string_view all_, rest_;
  std::string fault_;
  int depth_ = 0;
};

Result<Condition> Condition::parse(std::string_view words) {
  Condition out;
  if (words.find_first_not_of(" \t") == std::string_view::npos) return out;
  auto root = Parser(words).whole();
  if (!root) return std::move(root).take_error();
  out.root_ = std::make_shared<const Node>(std::move(*root));
  return out;
}

bool Condition::holds(const Node& node, const Subject& about) {
  const auto inner = [&](const Node& n) { return holds(n, about); };
  switch (node.op) {
    case Op::all:
      return std::all_of(node.of.begin(), node.of.end(), inner);
    case Op::any:
      return std::any_of(node.of.begin(), node.of.end(), inner);
    case Op::none:
      return std::none_of(node.of.begin(), node.of.end(), inner);
    default:
      break;
  }
  const Values values = values_of(node.field, about);
  return std::any_of(values.begin(), values.end(), [&](const std::string& v) {
           switch (node.op) {
             case Op::equal:
             case Op::unequal:
               return v == node.value;
             case Op::has:
             case Op::lacks:
               return v.find(node.value) != std::string::npos;
             case Op::less:
               return compare(v, node.value) < 0;
             case Op::most:
               return compare(v, node.value) <= 0;
             case Op::more:
               return compare(v, node.value) > 0;
             default:
               return compare(v, node.value) >= 0;
           }
         }) != (node.op == Op::unequal || node.op == Op::lacks);
}

bool Condition::takes(const Notice& n, const Labels* labels, std::size_t finding) const {
  return root_ == nullptr || holds(*root_, {&n, labels, static_cast<std::int32_t>(finding)});
}

bool Condition::takes(const Notice& n, const Labels* labels) const {
  if (root_ == nullptr) return true;
  if (n.findings.empty()) return holds(*root_, {&n, labels, -1});
  for (std::size_t i = 0; i < n.findings.size(); ++i) {
    if (takes(n, labels, i)) return true;
  }
  return false;
}

}  // namespace noticekit

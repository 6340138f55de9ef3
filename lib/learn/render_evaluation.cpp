// Evaluations as text, markdown or JSON: one list of tables, three ways to write them.
#include <algorithm>
#include <cmath>

#include "noticekit/evaluate.hpp"
#include "text/json_writer.hpp"

namespace noticekit {
namespace {

struct Table {
  std::string title;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

std::string places(std::optional<double> value) {
  if (!value) return "-";
  const bool below = *value < 0;
  const auto n = static_cast<long>(std::lround(std::abs(*value) * 1000));
  std::string out = std::to_string(1000 + n % 1000).substr(1);
  out.insert(0, std::to_string(n / 1000) + ".");
  return below && n != 0 ? "-" + out : out;
}

std::vector<std::string> row(const LabelScore& s) {
  return {s.label,
          places(s.precision()),
          places(s.recall()),
          places(s.f1()),
          std::to_string(s.gold),
          std::to_string(s.predicted),
          std::to_string(s.right)};
}

std::vector<Table> tables(const Evaluation& e) {
  std::vector<Table> out;
  Table overview{"All fields, " + std::to_string(e.notices) + " notices",
                 {"field", "precision", "recall", "F1", "kappa", "support"},
                 {}};
  for (const FieldScore& f : e.fields) {
    overview.rows.push_back({f.field, places(f.all.precision()), places(f.all.recall()),
                             places(f.all.f1()), places(f.kappa), std::to_string(f.all.gold)});
  }
  out.push_back(std::move(overview));
  for (const FieldScore& f : e.fields) {
    if (f.labels.empty()) continue;
    Table t{f.field, {"label", "precision", "recall", "F1", "support", "predicted", "right"}, {}};
    for (const LabelScore& s : f.labels) t.rows.push_back(row(s));
    out.push_back(std::move(t));
    if (f.confusions.empty()) continue;
    Table c{f.field + ", confused", {"reference", "prediction", "times"}, {}};
    for (const Confusion& x : f.confusions)
      c.rows.push_back({x.gold, x.predicted, std::to_string(x.times)});
    out.push_back(std::move(c));
  }
  if (!e.missing.empty()) {
    Table t{"Not in the prediction", {"id"}, {}};
    for (const std::string& id : e.missing) t.rows.push_back({id});
    out.push_back(std::move(t));
  }
  return out;
}

std::vector<Table> tables(const Folds& f) {
  Table t{std::to_string(f.folds) + "-fold, held back by " +
              (f.by_notice ? "notice" : "finding; what a notice repeats flatters the model"),
          {"field", "rules", "model", "rules and model", "support"},
          {}};
  for (const FoldScore& s : f.scores) {
    t.rows.push_back(
        {s.field, places(s.rules), places(s.model), places(s.both), std::to_string(s.support)});
  }
  return {t};
}

std::string as_text(const std::vector<Table>& all) {
  std::string out;
  for (const Table& t : all) {
    std::vector<std::size_t> width(t.head.size(), 0);
    const auto measure = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) width[i] = std::max(width[i], cells[i].size());
    };
    measure(t.head);
    for (const auto& r : t.rows) measure(r);
    const auto line = [&](const std::vector<std::string>& cells) {
      std::string l;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string gap(width[i] - cells[i].size(), ' ');
        l += (i == 0 ? "" : "  ") + (i == 0 ? cells[i] + gap : gap + cells[i]);
      }
      l.erase(l.find_last_not_of(' ') + 1);
      out += l + "\n";
    };
    out += (out.empty() ? "" : "\n") + t.title + "\n";
    line(t.head);
    for (const auto& r : t.rows) line(r);
  }
  return out;
}

std::string as_markdown(const std::vector<Table>& all) {
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (const std::string& c : cells) {
      out += "| ";
      for (const char byte : c) out += byte == '|' ? std::string("\\|") : std::string(1, byte);
      out += " ";
    }
    out += "|\n";
  };
  for (const Table& t : all) {
    out += (out.empty() ? "## " : "\n## ") + t.title + "\n\n";
    line(t.head);
    out += "|---|";
    for (std::size_t i = 1; i < t.head.size(); ++i) out += "---:|";
    out += '\n';
    for (const auto& r : t.rows) line(r);
  }
  return out;
}

/// A number, or null for a dash.
void put_number(JsonWriter& w, std::string_view key, std::optional<double> value) {
  w.key(key);
  if (value) {
    w.raw(places(value));
  } else {
    w.null();
  }
}

void put_score(JsonWriter& w, const LabelScore& s) {
  put_number(w, "precision", s.precision());
  put_number(w, "recall", s.recall());
  put_number(w, "f1", s.f1());
  w.key("support");
  w.integer(static_cast<std::int64_t>(s.gold));
  w.key("predicted");
  w.integer(static_cast<std::int64_t>(s.predicted));
  w.key("right");
  w.integer(static_cast<std::int64_t>(s.right));
}

void put_field(JsonWriter& w, const FieldScore& f) {
  w.begin_object();
  w.key("field");
  w.string(f.field);
  w.key("items");
  w.integer(static_cast<std::int64_t>(f.items));
  put_score(w, f.all);
  put_number(w, "kappa", f.kappa);
  w.key("labels");
  w.begin_array();
  for (const LabelScore& s : f.labels) {
    w.begin_object();
    w.key("label");
    w.string(s.label);
    put_score(w, s);
    w.end_object();
  }
  w.end_array();
  w.key("confusions");
  w.begin_array();
  for (const Confusion& c : f.confusions) {
    w.begin_object();
    w.key("reference");
    w.string(c.gold);
    w.key("prediction");
    w.string(c.predicted);
    w.key("times");
    w.integer(static_cast<std::int64_t>(c.times));
    w.end_object();
  }
  w.end_array();
  w.end_object();
}

}  // namespace

std::string render(const Evaluation& e, EvaluationFormat format) {
  if (format == EvaluationFormat::text) return as_text(tables(e));
  if (format == EvaluationFormat::markdown) return as_markdown(tables(e));
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.key("notices");
  w.integer(static_cast<std::int64_t>(e.notices));
  w.key("missing");
  w.begin_array();
  for (const std::string& id : e.missing) w.string(id);
  w.end_array();
  w.key("fields");
  w.begin_array();
  for (const FieldScore& f : e.fields) put_field(w, f);
  w.end_array();
  w.end_object();
  return out + "\n";
}

std::string render(const Folds& f, EvaluationFormat format) {
  if (format == EvaluationFormat::text) return as_text(tables(f));
  if (format == EvaluationFormat::markdown) return as_markdown(tables(f));
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.key("folds");
  w.integer(f.folds);
  w.key("held_back_by");
  w.string(f.by_notice ? "notice" : "finding");
  w.key("fields");
  w.begin_array();
  for (const FoldScore& s : f.scores) {
    w.begin_object();
    w.key("field");
    w.string(s.field);
    put_number(w, "rules", s.rules);
    put_number(w, "model", s.model);
    put_number(w, "both", s.both);
    w.key("support");
    w.integer(s.support);
    w.end_object();
  }
  w.end_array();
  w.end_object();
  return out + "\n";
}

}  // namespace noticekit

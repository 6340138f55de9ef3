#include "record/record_writer.hpp"

#include <cmath>

namespace noticekit {
namespace {

/// Three places are enough for people, and the same on every machine.
double rounded(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

void RecordWriter::span(Span s) {
  begin_array();
  integer(positions_.code_point(s.begin.value));
  integer(positions_.code_point(s.end.value));
  end_array();
}

void RecordWriter::place(Span s, bool with_line) {
  const Positions::Place begin = positions_.place(s.begin.value);
  need(16);
  put("\"text\":");
  words(s, begin.escape);
  Parts rest(*this);
  rest.put("\"span\":[").put(begin.code_point).put(",");
  rest.put(positions_.code_point(s.end.value)).put("],");
  if (with_line) rest.put("\"line\":").put(positions_.escape(begin.escape).line).put(",");
  if (text_.map.empty()) return;
  const SourceSpan bytes = text_.map.to_source(s);
  rest.put("\"source_span\":[").put(bytes.begin.value).put(",");
  rest.put(bytes.end.value).put("],");
}

void RecordWriter::words(Span s, std::uint32_t escape) {
  const char* const text = text_.utf8.data();
  const char* const readable = text + text_.utf8.size();
  std::uint32_t from = s.begin.value;
  begin_string();
  for (; positions_.escape(escape).at < s.end.value; ++escape) {
    const std::uint32_t at = positions_.escape(escape).at;
    verbatim({text + from, at - from}, readable);
    escaped(text[at]);
    from = at + 1;
  }
  verbatim({text + from, s.end.value - from}, readable);
  end_string();
}

void RecordWriter::field(const std::optional<Span>& s) {
  if (!s) {
    null();
    return;
  }
  begin_object();
  place(*s);
  end_object();
}

void RecordWriter::fields(std::string_view name, const std::vector<Span>& spans) {
  key(name);
  begin_array();
  for (const Span s : spans) field(s);
  end_array();
}

void RecordWriter::words(const std::optional<Span>& s) {
  if (s) {
    words(*s);
  } else {
    null();
  }
}

void RecordWriter::label(const Label& l) {
  begin_object();
  key("id");
  string(l.id);
  key("label");
  string(l.name);
  key("score");
  number(l.score);
  key("by");
  string(label_source_name(l.by));
  if (l.probability) {
    key("probability");
    number(rounded(*l.probability));
  }
  if (!l.runner_up.empty()) {
    key("runner_up");
    string(l.runner_up);
  }
  if (l.margin) {
    key("margin");
    number(rounded(*l.margin));
  }
  key("why");
  begin_array();
  for (const Evidence& e : l.why) {
    begin_object();
    key("rule");
    string(e.rule);
    key("text");
    words(e.span);
    key("span");
    span(e.span);
    key("share");
    number(rounded(e.share));
    end_object();
  }
  end_array();
  end_object();
}

void RecordWriter::label(const std::optional<Label>& l) {
  if (l) {
    label(*l);
  } else {
    null();
  }
}

void RecordWriter::labels(const std::vector<Label>& all) {
  begin_array();
  for (const Label& l : all) label(l);
  end_array();
}

void write_head(JsonWriter& json, std::string_view type, std::string_view id) {
  json.key("type");
  json.string(type);
  json.key("v");
  json.integer(1);
  json.key("id");
  json.string(id);
}

void write_source(JsonWriter& json, const Source& s) {
  json.key("source");
  json.begin_object();
  json.key("path");
  json.string(s.path);
  json.key("format");
  json.string(s.format);
  json.key("encoding");
  json.string(s.encoding);
  if (!s.encoding_basis.empty()) {
    json.key("encoding_basis");
    json.string(s.encoding_basis);
  }
  json.key("bytes");
  json.integer(static_cast<std::int64_t>(s.bytes));
  json.key("sha256");
  json.string(s.sha256);
  json.end_object();
}

void write_meta(JsonWriter& json, const Meta& m) {
  json.key("meta");
  json.begin_object();
  const auto value = [&](const char* name, const std::optional<std::string>& v) {
    json.key(name);
    if (v) {
      json.string(*v);
    } else {
      json.null();
    }
  };
  value("title", m.title);
  value("published", m.published);
  value("publisher", m.publisher);
  value("url", m.url);
  value("column", m.column);
  json.end_object();
}

void write_where(JsonWriter& json, const Where& w) {
  json.key("where");
  json.begin_object();
  if (!w.path.empty()) {
    json.key("path");
    json.string(w.path);
  }
  if (w.line) {
    json.key("line");
    json.integer(static_cast<std::int64_t>(*w.line));
  }
  if (w.byte) {
    json.key("byte");
    json.integer(static_cast<std::int64_t>(*w.byte));
  }
  if (!w.pointer.empty()) {
    json.key("pointer");
    json.string(w.pointer);
  }
  json.end_object();
}

}  // namespace noticekit

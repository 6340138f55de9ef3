// What the codecs share: fields with their words and positions, sources, labels. Comes after
// positions.hpp.
#pragma once

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"
#include "noticekit/text.hpp"
#include "record/positions.hpp"
#include "text/json_writer.hpp"

namespace noticekit {

/// A JsonWriter that knows the text its spans point into.
class RecordWriter : public JsonWriter {
 public:
  RecordWriter(std::string& out, const Text& text, const Positions& positions)
      : JsonWriter(out), text_(text), positions_(positions) {}

  /// "text": the words, "span": code points, "line" (where `with_line`), "source_span": bytes of
  /// the file.
  void place(Span span, bool with_line = true);
  void span(Span span);
  /// {"text","span","line"}, or null.
  void field(const std::optional<Span>& span);
  void fields(std::string_view key, const std::vector<Span>& spans);
  void words(Span span) { words(span, positions_.place(span.begin.value).escape); }
  /// The words, or null.
  void words(const std::optional<Span>& span);
  void label(const Label& label);
  void label(const std::optional<Label>& label);
  void labels(const std::vector<Label>& labels);

 private:
  /// `escape`: index of the first one at or after the begin.
  void words(Span span, std::uint32_t escape);

  const Text& text_;
  const Positions& positions_;
};

void write_head(JsonWriter& json, std::string_view type, std::string_view id);
void write_source(JsonWriter& json, const Source& source);
void write_meta(JsonWriter& json, const Meta& meta);
void write_where(JsonWriter& json, const Where& where);

}  // namespace noticekit

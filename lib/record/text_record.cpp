// The codecs of `text` and `error` records, writing side.
#include "noticekit/record.hpp"
#include "record/record_writer.hpp"

namespace noticekit {

void write_record(std::string& out, const Text& text) {
  JsonWriter json(out);
  json.begin_object();
  write_head(json, "text", text.id);
  write_source(json, text.source);
  write_meta(json, text.meta);
  json.key("text");
  json.string(text.utf8);
  json.key("edits");
  json.begin_object();
  for (std::size_t i = 0; i < text.edits.counts.size(); ++i) {
    json.key(edit_name(static_cast<Edit>(i)));
    json.integer(text.edits.counts[i]);
  }
  json.end_object();
  json.key("warnings");
  json.begin_array();
  for (const Warning& w : text.warnings) {
    json.begin_object();
    json.key("code");
    json.string(w.code);
    json.key("message");
    json.string(w.message);
    write_where(json, w.where);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void write_record(std::string& out, const ErrorRecord& e) {
  JsonWriter json(out);
  json.begin_object();
  write_head(json, "error", e.id);
  json.key("stage");
  json.string(e.stage);
  json.key("code");
  json.string(errc_name(e.error.code));
  json.key("message");
  json.string(e.error.message);
  write_where(json, e.error.where);
  json.end_object();
  out += '\n';
}

}  // namespace noticekit

#include "ingest/xml.hpp"

#include <libxml/parser.h>

#include <cstring>
#include <memory>

#include "ingest/faults.hpp"
#include "ingest/libxml.hpp"

namespace noticekit {
namespace {

std::string_view view(const xmlChar* s) {
  return s == nullptr ? std::string_view() : reinterpret_cast<const char*>(s);
}

struct State {
  XmlHandler& handler;
  Deadline& deadline;
  std::size_t most_depth;
  xmlParserCtxtPtr context = nullptr;
  XmlAttributes attributes = {};
  std::size_t depth = 0;
  enum class Why : std::uint8_t { none, depth, time, document_type } stopped = Why::none;

  bool goes_on() {
    if (stopped == Why::none && deadline.passed_by_now()) stop(Why::time);
    return stopped == Why::none;
  }
  void stop(Why why) {
    stopped = why;
    xmlStopParser(context);
  }
};

State& state(void* user) { return *static_cast<State*>(user); }

void on_start(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
              int count, int, const xmlChar** attributes) {
  State& s = state(user);
  if (!s.goes_on()) return;
  if (++s.depth > s.most_depth) return s.stop(State::Why::depth);
  s.attributes.all.clear();
  for (int i = 0; i < count; ++i) {
    const xmlChar** const a = attributes + 5 * i;
    s.attributes.all.emplace_back(view(a[0]),
                                  std::string_view(reinterpret_cast<const char*>(a[3]),
                                                   static_cast<std::size_t>(a[4] - a[3])));
  }
  s.handler.start(view(name), s.attributes);
}

void on_end(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
  State& s = state(user);
  if (!s.goes_on()) return;
  --s.depth;
  s.handler.end(view(name));
}

void on_characters(void* user, const xmlChar* text, int size) {
  State& s = state(user);
  if (!s.goes_on()) return;
  s.handler.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void on_document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  state(user).stop(State::Why::document_type);
}

struct FreeContext {
  void operator()(xmlParserCtxtPtr c) const { xmlFreeParserCtxt(c); }
};

Error damaged(const std::string& part, const Source& source, const xmlError* why) {
  std::string message = "its part " + part + " is no well-formed XML";
  if (why != nullptr && why->message != nullptr) {
    std::string reason = why->message;
    while (!reason.empty() && reason.back() == '\n') reason.pop_back();
    message += " (line " + std::to_string(why->line) + ": " + reason + ")";
  }
  return document_fault(Errc::damaged_file, source,
                        message + "; open the document in Word or WPS and save it again");
}

}  // namespace

std::optional<Error> parse_xml(std::string_view bytes, const std::string& part,
                               const Source& source, const Limits& limits, Deadline& deadline,
                               XmlHandler& handler) {
  start_libxml();
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) return document_fault(Errc::too_large, source, "not enough memory");
  State s{handler, deadline, limits.depth};
  s.context = context.get();
  xmlSAXHandler& sax = *context->sax;
  std::memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = sax.cdataBlock = sax.ignorableWhitespace = on_characters;
  sax.internalSubset = on_document_type;
  context->userData = &s;
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  xmlDocPtr tree = xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                     nullptr, nullptr, options);
  if (tree != nullptr) xmlFreeDoc(tree);
  switch (s.stopped) {
    case State::Why::depth:
      return too_deep(source, limits);
    case State::Why::time:
      return out_of_time(source, limits);
    case State::Why::document_type:
      return document_fault(Errc::damaged_file, source,
                            "its part " + part +
                                " declares a document type, as no office program does; it may be "
                                "an attack, get the document from its office");
    case State::Why::none:
      break;
  }
  if (context->wellFormed == 0) return damaged(part, source, xmlCtxtGetLastError(context.get()));
  return std::nullopt;
}

}  // namespace noticekit

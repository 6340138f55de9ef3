// HTML through libxml2's event interface: it repairs what is broken, keeps no tree, and asks for
// nothing outside the page.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <memory>
#include <unordered_map>

#include "ingest/faults.hpp"
#include "ingest/libxml.hpp"
#include "ingest/page.hpp"
#include "ingest/page_names.hpp"

namespace noticekit {
namespace {

const std::unordered_map<std::string_view, Tag>& tags() {
  static const std::unordered_map<std::string_view, Tag> map = {{"a", Tag::link},
                                                                {"br", Tag::line_break},
                                                                {"table", Tag::table},
                                                                {"tr", Tag::row},
                                                                {"td", Tag::cell},
                                                                {"th", Tag::cell},
                                                                {"pre", Tag::pre},
                                                                {"body", Tag::body},
                                                                {"nav", Tag::furniture},
                                                                {"footer", Tag::furniture},
                                                                {"aside", Tag::furniture},
                                                                {"header", Tag::furniture},
                                                                {"h1", Tag::heading},
                                                                {"h2", Tag::heading},
                                                                {"h3", Tag::heading},
                                                                {"script", Tag::skipped},
                                                                {"style", Tag::skipped},
                                                                {"noscript", Tag::skipped},
                                                                {"template", Tag::skipped},
                                                                {"iframe", Tag::skipped},
                                                                {"object", Tag::skipped},
                                                                {"select", Tag::skipped},
                                                                {"option", Tag::skipped},
                                                                {"button", Tag::skipped},
                                                                {"textarea", Tag::skipped},
                                                                {"svg", Tag::skipped},
                                                                {"head", Tag::skipped},
                                                                {"title", Tag::skipped},
                                                                {"rt", Tag::skipped},
                                                                {"rp", Tag::skipped},
                                                                {"div", Tag::container},
                                                                {"article", Tag::container},
                                                                {"section", Tag::container},
                                                                {"main", Tag::container},
                                                                {"center", Tag::container},
                                                                {"form", Tag::container},
                                                                {"tbody", Tag::container},
                                                                {"thead", Tag::container},
                                                                {"tfoot", Tag::container},
                                                                {"p", Tag::block},
                                                                {"h4", Tag::block},
                                                                {"h5", Tag::block},
                                                                {"h6", Tag::block},
                                                                {"li", Tag::block},
                                                                {"ul", Tag::container},
                                                                {"ol", Tag::container},
                                                                {"dl", Tag::container},
                                                                {"dt", Tag::block},
                                                                {"dd", Tag::block},
                                                                {"blockquote", Tag::container},
                                                                {"hr", Tag::block},
                                                                {"address", Tag::block},
                                                                {"caption", Tag::block},
                                                                {"figure", Tag::block},
                                                                {"figcaption", Tag::block},
                                                                {"fieldset", Tag::container}};
  return map;
}

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// Whether a style attribute hides what it is on.
bool style_hides(std::string_view style) {
  std::string low;
  for (const char c : lower(style)) {
    if (c != ' ' && c != '\t' && c != '\n') low += c;
  }
  return low.find("display:none") != std::string::npos ||
         low.find("visibility:hidden") != std::string::npos;
}

std::uint16_t span_count(std::string_view digits) {
  unsigned n = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || n > 100) break;
    n = n * 10 + static_cast<unsigned>(c - '0');
  }
  return static_cast<std::uint16_t>(n == 0 ? 1 : n > 100 ? 100 : n);
}

class Builder {
 public:
  Builder(Page& page, const Limits& limits, Deadline& deadline)
      : page_(page), limits_(limits), deadline_(deadline) {
    page_.nodes.emplace_back();
    page_.nodes[0].tag = Tag::body;
    open_.push_back(0);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    if (name == "meta") return meta(attributes);
    if (open_.size() > limits_.depth) return stop(Why::depth);
    if (deadline_.passed_by_now()) return stop(Why::time);
    Node n;
    const auto found = tags().find(name);
    n.tag = found == tags().end() ? Tag::inlined : found->second;
    n.paragraph = name == "p";
    n.parent = open_.back();
    for (const xmlChar** a = attributes; a != nullptr && *a != nullptr; a += 2) {
      if (a[1] != nullptr) attribute(view(a[0]), view(a[1]), n);
      if (a[1] == nullptr) n.hidden = n.hidden || view(a[0]) == "hidden";
    }
    in_title_ = name == "title" && page_.title.empty();
    open_.push_back(static_cast<std::uint32_t>(page_.nodes.size()));
    page_.nodes.push_back(n);
  }

  void finish() {
    in_title_ = false;
    if (open_.size() < 2) return;
    close();
  }

  void characters(std::string_view text) {
    if (deadline_.passed_by_now()) return stop(Why::time);
    if (in_title_) page_.title += text;
    Node& above = page_.nodes[open_.back()];
    if (above.tag == Tag::skipped) return;
    Node& last = page_.nodes.back();
    if (last.tag == Tag::text && last.parent == open_.back() && page_.nodes.size() > 1) {
      last.size += static_cast<std::uint32_t>(text.size());
    } else {
      Node n;
      n.parent = open_.back();
      n.end = static_cast<std::uint32_t>(page_.nodes.size() + 1);
      n.text = static_cast<std::uint32_t>(page_.text.size());
      n.size = static_cast<std::uint32_t>(text.size());
      page_.nodes.push_back(n);
    }
    page_.text += text;
  }

  void end_of_page() {
    while (!open_.empty()) close();
  }

  enum class Why : std::uint8_t { none, depth, time };
  [[nodiscard]] Why stopped() const { return stopped_; }
  htmlParserCtxtPtr context = nullptr;

  static std::string_view view(const xmlChar* s) { return reinterpret_cast<const char*>(s); }

 private:
  void close() {
    page_.nodes[open_.back()].end = static_cast<std::uint32_t>(page_.nodes.size());
    open_.pop_back();
  }

  void stop(Why why) {
    stopped_ = why;
    xmlStopParser(context);
  }

  static void attribute(std::string_view name, std::string_view value, Node& n) {
    if (name == "class" || name == "id") {
      n.named_furniture = n.named_furniture || names_furniture(value);
      n.named_title = n.named_title || names_title(value);
    } else if (name == "style") {
      n.hidden = n.hidden || style_hides(value);
    } else if (name == "hidden" || (name == "aria-hidden" && value == "true")) {
      n.hidden = true;
    } else if (name == "colspan") {
      n.columns = span_count(value);
    } else if (name == "rowspan") {
      n.rows = span_count(value);
    }
  }

  void meta(const xmlChar** attributes) {
    std::string name;
    std::string content;
    for (const xmlChar** a = attributes; a != nullptr && *a != nullptr; a += 2) {
      if (a[1] == nullptr) continue;
      if (view(a[0]) == "name" || view(a[0]) == "property") name = lower(view(a[1]));
      if (view(a[0]) == "content") content = view(a[1]);
    }
    if (!name.empty() && !content.empty()) page_.metas.emplace_back(name, content);
  }

  Page& page_;
  const Limits& limits_;
  Deadline& deadline_;
  std::vector<std::uint32_t> open_;
  bool in_title_ = false;
  Why stopped_ = Why::none;
};

Builder& builder(void* user) { return *static_cast<Builder*>(user); }

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  Builder& b = builder(user);
  if (b.stopped() == Builder::Why::none) b.start(Builder::view(name), attributes);
}
void on_end(void* user, const xmlChar* name) {
  Builder& b = builder(user);
  if (b.stopped() == Builder::Why::none && Builder::view(name) != "meta") b.finish();
}
void on_html_characters(void* user, const xmlChar* text, int size) {
  Builder& b = builder(user);
  if (b.stopped() == Builder::Why::none)
    b.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

/// Hands the page over in small pieces, so that libxml2 makes no copy of all of it; a byte order
/// mark first, by which it knows that nothing needs to be converted.
struct Pieces {
  std::string_view mark = "\xEF\xBB\xBF";
  std::string_view rest;
};

int on_read(void* user, char* to, int room) {
  auto& pieces = *static_cast<Pieces*>(user);
  std::size_t n = 0;
  for (std::string_view* from : {&pieces.mark, &pieces.rest}) {
    const std::size_t part = std::min(from->size(), static_cast<std::size_t>(room) - n);
    std::memcpy(to + n, from->data(), part);
    from->remove_prefix(part);
    n += part;
  }
  return static_cast<int>(n);
}

struct FreeHtmlContext {
  void operator()(htmlParserCtxtPtr c) const { htmlFreeParserCtxt(c); }
};

}  // namespace

std::optional<Error> parse_html(std::string_view utf8, const Source& source, const Limits& limits,
                                Deadline& deadline, Page& page) {
  start_libxml();
  const std::unique_ptr<htmlParserCtxt, FreeHtmlContext> context(htmlNewParserCtxt());
  if (!context) return document_fault(Errc::too_large, source, "not enough memory for this page");
  Builder made(page, limits, deadline);
  made.context = context.get();
  htmlSAXHandler& sax = *context->sax;
  std::memset(&sax, 0, sizeof sax);
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = sax.ignorableWhitespace = on_html_characters;
  context->userData = &made;
  page.text.reserve(utf8.size() / 2);
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  Pieces pieces;
  pieces.rest = utf8;
  htmlDocPtr tree =
      htmlCtxtReadIO(context.get(), on_read, nullptr, &pieces, nullptr, nullptr, options);
  if (tree != nullptr) xmlFreeDoc(tree);
  made.end_of_page();
  if (made.stopped() == Builder::Why::depth) return too_deep(source, limits);
  if (made.stopped() == Builder::Why::time) return out_of_time(source, limits);
  return std::nullopt;
}

std::string declared_charset(std::string_view bytes) {
  // XML declarations come first, but pages are served as HTML, where <meta> decides.
  const std::string head = lower(bytes.substr(0, 4096));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t i = at + key.size();
      while (i < head.size() &&
             (head[i] == ' ' || head[i] == '=' || head[i] == '"' || head[i] == '\''))
        ++i;
      const std::size_t begin = i;
      while (i < head.size() && (std::isalnum(static_cast<unsigned char>(head[i])) != 0 ||
                                 head[i] == '-' || head[i] == '_'))
        ++i;
      if (i > begin + 2) return head.substr(begin, i - begin);
    }
  }
  return {};
}

}  // namespace noticekit

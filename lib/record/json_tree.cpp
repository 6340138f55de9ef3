#include "record/json_tree.hpp"

#include <limits>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Bytes of the well-formed character that `s` begins with and that is not ASCII; 0 where there is
/// none.
std::size_t wide_character(std::string_view s) {
  const auto byte = [&](std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead < 0xF0 || lead > 0xF4) return 0;
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
  return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      put(0xE0 | c >> 12);
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
    }
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

}  // namespace

/// Goes through the line once, without recursion: depth costs a word a level.
class JsonParser {
 public:
  explicit JsonParser(JsonTree& tree) : tree_(tree), line_(tree.line_), nodes_(tree.nodes_) {}

  void parse() {
    if (line_.size() > std::numeric_limits<std::uint32_t>::max()) throw BadJson{0};
    nodes_.reserve(line_.size() / 12 + 1);
    if (line_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    value();
    while (!open_.empty()) {
      if (ends()) continue;
      if (kind_of_open() == JsonKind::object) name();
      value();
    }
    blanks();
    if (at_ < line_.size()) fail();
  }

 private:
  using Node = JsonTree::Node;

  [[noreturn]] void fail() const { throw BadJson{at_}; }
  [[nodiscard]] char here() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  void blanks() {
    while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') ++at_;
  }
  void expect(char c) {
    if (here() != c) fail();
    ++at_;
  }
  [[nodiscard]] JsonKind kind_of_open() const { return nodes_[open_.back()].kind; }

  /// Goes over a comma before a next value, or over the end of what is open.
  bool ends() {
    const Node node = open_.back();
    const char close = nodes_[node].kind == JsonKind::object ? '}' : ']';
    blanks();
    if (here() == close) {
      ++at_;
      nodes_[node].next = static_cast<Node>(nodes_.size());
      open_.pop_back();
      return true;
    }
    if (nodes_[node].size++ > 0) expect(',');
    return false;
  }

  void name() {
    blanks();
    if (here() != '"') fail();
    string();
    blanks();
    expect(':');
  }

  void value() {
    blanks();
    switch (here()) {
      case '{':
        return open(JsonKind::object);
      case '[':
        return open(JsonKind::array);
      case '"':
        return string();
      case 't':
        return word("true", JsonKind::boolean);
      case 'f':
        return word("false", JsonKind::boolean);
      case 'n':
        return word("null", JsonKind::null);
      default:
        return number();
    }
  }

  void open(JsonKind kind) {
    open_.push_back(static_cast<Node>(nodes_.size()));
    nodes_.push_back({0, 0, 0, kind, false});
    ++at_;
  }

  /// A value that holds no others, and ends before at_.
  void leaf(std::size_t begin, JsonKind kind) {
    nodes_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_ - begin),
                      static_cast<Node>(nodes_.size() + 1), kind, false});
  }

  void word(std::string_view name, JsonKind kind) {
    const std::size_t begin = at_;
    for (const char c : name) expect(c);
    leaf(begin, kind);
  }

  void digits() {
    if (here() < '0' || here() > '9') fail();
    while (here() >= '0' && here() <= '9') ++at_;
  }

  void number() {
    const std::size_t begin = at_;
    if (here() == '-') ++at_;
    if (here() == '0') {
      ++at_;
    } else {
      digits();
    }
    if (here() == '.') {
      ++at_;
      digits();
    }
    if (here() == 'e' || here() == 'E') {
      ++at_;
      if (here() == '+' || here() == '-') ++at_;
      digits();
    }
    leaf(begin, JsonKind::number);
  }

  void string() {
    const std::size_t begin = ++at_;
    plain_letters();
    if (here() == '\\') return escaped_string(begin);
    leaf(begin, JsonKind::string);
    ++at_;
  }

  void escaped_string(std::size_t begin) {
    std::string& out = tree_.unescaped_;
    const std::size_t before = out.size();
    out.append(line_, begin, at_ - begin);
    while (here() == '\\') {
      escape(out);
      begin = at_;
      plain_letters();
      out.append(line_, begin, at_ - begin);
    }
    ++at_;
    nodes_.push_back({static_cast<std::uint32_t>(before),
                      static_cast<std::uint32_t>(out.size() - before),
                      static_cast<Node>(nodes_.size() + 1), JsonKind::string, true});
  }

  /// To the next quotation mark or backslash.
  void plain_letters() {
    for (;;) {
      const char c = here();
      if (c == '"' || c == '\\') return;
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) fail();
      const std::size_t size = byte < 0x80 ? 1 : wide_character(line_.substr(at_));
      if (size == 0 && line_.size() - at_ < utf8::length(byte)) at_ = line_.size();  // cut off
      if (size == 0) fail();
      at_ += size;
    }
  }

  void escape(std::string& out) {
    ++at_;
    constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (here() == 'u') {
      ++at_;
      return append_utf8(out, code_point());
    }
    const std::size_t which = letters.find(here());
    if (which == std::string_view::npos) fail();
    out += meant[which];
    ++at_;
  }

  /// One \u, or two that make one character.
  std::uint32_t code_point() {
    const std::uint32_t first = four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF) fail();
    expect('\\');
    expect('u');
    const std::uint32_t second = four_digits();
    if (second < 0xDC00 || second > 0xDFFF) fail();
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  std::uint32_t four_digits() {
    std::uint32_t out = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = here();
      const char letter = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        out = out << 4 | static_cast<std::uint32_t>(c - '0');
      } else if (letter >= 'a' && letter <= 'f') {
        out = out << 4 | static_cast<std::uint32_t>(letter - 'a' + 10);
      } else {
        fail();
      }
    }
    return out;
  }

  JsonTree& tree_;
  std::string_view line_;
  std::vector<JsonTree::Value>& nodes_;
  std::vector<Node> open_;  // objects and arrays around what is read now
  std::size_t at_ = 0;
};

JsonTree::JsonTree(std::string_view line) : line_(line) { JsonParser(*this).parse(); }

}  // namespace noticekit

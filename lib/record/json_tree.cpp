#include "record/json_tree.hpp"

#include <simdjson.h>

#include <nlohmann/json.hpp>

namespace noticekit {
namespace {

namespace sj = simdjson::ondemand;

/// Goes through a document once, without recursion: no depth is too much.
class JsonWalk {
 public:
  JsonWalk(std::vector<JsonTree::Value>& nodes, const char* begin) : nodes_(nodes), last_(begin) {}

  /// The one value in `list`.
  void read(sj::array list) {
    sj::array_iterator only = list.begin();
    if (only == sj::array_iterator()) throw simdjson::simdjson_error(simdjson::EMPTY);
    value(*only);
    while (!open_.empty()) {
      Open& in = open_.back();
      if (nodes_[in.node].kind == JsonKind::array) {
        if (more(in.entry, in.node)) value(*in.entry);
      } else if (more(in.member, in.node)) {
        sj::field member = *in.member;
        leaf(JsonKind::string, member.unescaped_key());
        value(member.value());
      }
    }
    if (++only != sj::array_iterator()) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
  }

  /// Where the value begins that was come to last.
  [[nodiscard]] const char* last() const { return last_; }

 private:
  struct Open {
    JsonTree::Node node;
    sj::array_iterator entry;
    sj::object_iterator member;
  };

  template <class Iterator>
  bool more(Iterator& at, JsonTree::Node node) {
    if (nodes_[node].count > 0) ++at;
    if (at != Iterator()) return ++nodes_[node].count > 0;
    nodes_[node].next = end();
    open_.pop_back();
    return false;
  }

  void value(sj::value v) {
    const std::string_view token = v.raw_json_token();
    last_ = token.data();
    switch (v.type()) {
      case sj::json_type::object:
        open_.push_back({end(), {}, v.get_object().begin()});
        return nodes_.push_back({{}, 0, 0, JsonKind::object});
      case sj::json_type::array:
        open_.push_back({end(), v.get_array().begin(), {}});
        return nodes_.push_back({{}, 0, 0, JsonKind::array});
      case sj::json_type::string:
        return leaf(JsonKind::string, v.get_string());
      case sj::json_type::number:
        (void)v.get_double().value();  // the reader asks for it as it wants it
        return leaf(JsonKind::number, token.substr(0, token.find_first_of(" \t\r\n")));
      case sj::json_type::boolean:
        return leaf(JsonKind::boolean, v.get_bool() ? "true" : "false");
      case sj::json_type::null:
        if (!v.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
        return leaf(JsonKind::null, "null");
    }
  }

  [[nodiscard]] JsonTree::Node end() const { return static_cast<JsonTree::Node>(nodes_.size()); }
  void leaf(JsonKind kind, std::string_view text) { nodes_.push_back({text, 0, end() + 1, kind}); }

  std::vector<JsonTree::Value>& nodes_;
  std::vector<Open> open_;
  const char* last_;
};

/// The byte that cannot be read. simdjson does not tell it: a slower reader does, except for what
/// that lets pass (a NUL at the end) or tells no place of (a number too great, the last value).
std::size_t fault(std::string_view line, std::size_t last_value) {
  try {
    const auto json = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error& e) {
    return e.byte - 1;
  } catch (const nlohmann::json::out_of_range&) {
    return last_value;
  }
  const std::size_t nul = line.find('\0');
  return nul == std::string_view::npos ? last_value : nul;
}

}  // namespace

JsonTree::JsonTree() : parser_(std::make_shared<sj::parser>()) {}

void JsonTree::read(std::string_view line) {
  std::string_view bare = line;
  if (bare.substr(0, 3) == "\xEF\xBB\xBF") bare.remove_prefix(3);
  // In a list any value is read alike; simdjson treats one that stands alone in another way.
  padded_.assign(1, '[').append(bare).append("]").append(simdjson::SIMDJSON_PADDING, ' ');
  nodes_.clear();
  const char* const begin = padded_.data() + 1;
  JsonWalk walk(nodes_, begin);
  try {
    sj::document list = static_cast<sj::parser*>(parser_.get())
                            ->iterate(padded_.data(), bare.size() + 2, padded_.size());
    walk.read(list.get_array());
    if (list.current_location().error() == simdjson::OUT_OF_BOUNDS) return;
  } catch (const simdjson::simdjson_error&) {
  }
  const auto last = static_cast<std::size_t>(walk.last() - begin) + line.size() - bare.size();
  throw BadJson{fault(line, last)};
}

}  // namespace noticekit

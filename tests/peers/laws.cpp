// Headings of public laws and decisions against a gold made by script: precision and recall of
// 一、（一）1. and of chapters, sections and articles; no alarm about lists that restart by design.
//   peers_laws <folder with gold.jsonl> <mistakes.json> [-v]
// Exit status 1 where precision or recall falls below 0.99, or numbering is called damaged where
// mistakes.json does not expect it; 77 where the folder does not exist.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <tuple>

#include "noticekit/outline.hpp"
#include "noticekit/text.hpp"
#include "outline/marker.hpp"
#include "text/utf8.hpp"

namespace {

using namespace noticekit;
using nlohmann::json;

/// Kind, number and place (code points of the file).
using Place = std::tuple<std::string, int, std::size_t>;

std::string kind_of(const Division& d) {
  switch (d.kind) {
    case DivisionKind::article:
      return "article";
    case DivisionKind::chapter:
      return "chapter";
    case DivisionKind::section:
      return "section";
    default:
      return "part";
  }
}

const char* kind_of(const Heading& h) {
  static const char* names[] = {"", "一、", "（一）", "1.", "（1）"};
  return names[h.rank];
}

struct Read {
  std::set<Place> places;
  std::vector<std::string> alarms;
};

Read read(const std::string& bytes) {
  Read out;
  auto text = read_text(bytes, {});
  if (!text) return out;
  const Outline o = outline(*text);
  const auto place = [&](Span span) {
    const SourceSpan at = text->map.to_source(span);
    return utf8::count(std::string_view(bytes).substr(0, at.begin.value));
  };
  for (const Heading& h : o.headings) {
    if (h.rank <= 3) out.places.insert({kind_of(h), h.ordinal, place(h.marker)});
  }
  const std::string_view all = text->utf8;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    if (const auto d = read_division(all.substr(begin, end - begin));
        d && d->kind != DivisionKind::part) {
      out.places.insert({kind_of(*d), d->ordinal, place({begin, begin + d->length})});
    }
    begin = end + 1;
  }
  for (const Defect& d : o.defects) {
    if (d.kind.rfind("numbering", 0) != 0) continue;
    const auto line = slice(all, d.span);
    out.alarms.push_back(d.kind + " " + std::string(line) + " at " + std::to_string(place(d.span)));
  }
  return out;
}

std::set<Place> expected(const json& gold) {
  std::set<Place> out;
  for (const json& n : gold.at("numbered")) {
    const std::string kind = n.at("kind");
    out.insert({kind, n.at("n").get<int>(), n.at("start").get<std::size_t>()});
  }
  return out;
}

std::string words(const Place& p) {
  return std::get<0>(p) + " " + std::to_string(std::get<1>(p)) + " at " +
         std::to_string(std::get<2>(p));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: peers_laws FOLDER mistakes.json [-v]\n");
    return 2;
  }
  const std::string folder = argv[1];
  if (!std::filesystem::exists(folder + "/gold.jsonl")) {
    std::printf("%s: not there, nothing to compare with\n", folder.c_str());
    return 77;
  }
  const json mistakes = json::parse(std::ifstream(argv[2]));
  const bool verbose = argc > 3 && std::strcmp(argv[3], "-v") == 0;
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  int alarms = 0;
  std::ifstream in(folder + "/gold.jsonl");
  for (std::string line; std::getline(in, line);) {
    const json gold = json::parse(line);
    const std::string name = gold.at("file");
    std::ostringstream bytes;
    bytes << std::ifstream(folder + "/" + name, std::ios::binary).rdbuf();
    const Read got = read(bytes.str());
    const std::set<Place> want = expected(gold);
    // Known mistakes of the gold: {"law/001.txt": {"一、 3 at 120": "reason"}}.
    const json known = mistakes.value(name, json::object());
    std::size_t r = 0;
    std::size_t f = 0;
    std::size_t w = 0;
    for (const Place& p : want) {
      if (known.contains(words(p))) continue;
      ++w;
      if (got.places.count(p) != 0) ++r;
      if (got.places.count(p) == 0 && verbose) std::printf("  missed %s\n", words(p).c_str());
    }
    for (const Place& p : got.places) {
      if (known.contains(words(p))) continue;
      ++f;
      if (want.count(p) == 0 && verbose) std::printf("  extra %s\n", words(p).c_str());
    }
    int own_alarms = 0;
    for (const std::string& a : got.alarms) {
      if (known.contains(a)) continue;
      ++own_alarms;
      std::printf("  alarm %s\n", a.c_str());
    }
    std::printf("%-16s precision %zu/%zu recall %zu/%zu alarms %d\n", name.c_str(), r, f, r, w,
                own_alarms);
    right += r;
    found += f;
    wanted += w;
    alarms += own_alarms;
  }
  const double precision = static_cast<double>(right) / static_cast<double>(found);
  const double recall = static_cast<double>(right) / static_cast<double>(wanted);
  std::printf("all              precision %.4f recall %.4f alarms %d\n", precision, recall, alarms);
  return wanted > 0 && precision >= 0.99 && recall >= 0.99 && alarms == 0 ? 0 : 1;
}

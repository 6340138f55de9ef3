#include "ingest/article.hpp"

#include <algorithm>

#include "ingest/page_names.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

std::string without_blanks(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = utf8::length(static_cast<unsigned char>(s[i]));
    const char32_t c = utf8::at(s, i);
    if (c > ' ' && c != 0xA0 && c != 0x3000) out += s.substr(i, n);
    i += n;
  }
  return out;
}

bool is_attachment(std::string_view line) {
  if (line.find("附件") != std::string_view::npos || line.find("附表") != std::string_view::npos)
    return true;
  for (const std::string_view suffix : {".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip"}) {
    if (line.ends_with(suffix)) return true;
  }
  return false;
}

bool is_imprint(std::string_view line) {
  for (const std::string_view words : {"ICP备", "公网安备", "网站标识码", "版权所有", "主办单位",
                                       "技术支持", "网站地图", "主办：", "承办："}) {
    if (line.find(words) != std::string_view::npos) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const Page& page, const PageLines& lines)
      : page_(page), lines_(lines), furniture_(lines.lines.size(), false) {}

  Article run() {
    read_metas();
    weigh();
    mark_furniture();
    weigh_without_furniture();
    Article out;
    constexpr std::uint32_t least = 40;  // characters of sentences
    out.found = total() >= least;
    const Part part = out.found ? choose() : Part{0, lines_.lines.size()};
    read_visible_meta(part);
    const std::string title = out.found ? title_above(part) : std::string();
    if (!meta_.title && !page_.title.empty()) meta_.title = trimmed_title();
    out.text = title;
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (out.found && is_dropped(i, part)) continue;
      out.text += lines_.view(lines_.lines[i]);
      out.text += '\n';
    }
    out.meta = std::move(meta_);
    return out;
  }

 private:
  struct Part {
    std::size_t first, last;  // lines
  };

  [[nodiscard]] std::size_t line_at(std::uint32_t node) const {
    const auto it = std::lower_bound(lines_.lines.begin(), lines_.lines.end(), node,
                                     [](const PageLine& l, std::uint32_t n) { return l.node < n; });
    return static_cast<std::size_t>(it - lines_.lines.begin());
  }
  [[nodiscard]] Part part_of(std::uint32_t node) const {
    return {line_at(node), line_at(page_.nodes[node].end)};
  }
  [[nodiscard]] std::uint32_t prose_in(Part p) const { return prose_[p.last] - prose_[p.first]; }
  [[nodiscard]] std::uint32_t total() const { return prose_.back(); }

  /// Whether a line reads as a sentence of an article, wherever it stands.
  [[nodiscard]] bool reads_as_prose(const PageLine& l) const {
    if (!l.sentence || l.characters < 10 || l.linked * 3 >= l.characters) return false;
    constexpr std::uint32_t longest = 120;  // characters of a line about the page
    const std::string_view words = lines_.view(l);
    return l.characters > longest || !(is_page_information(words) || is_page_control(words));
  }

  /// Characters of sentences outside links, summed up to each line.
  void weigh() {
    prose_.assign(1, 0);
    prose_.reserve(lines_.lines.size() + 1);
    for (const PageLine& l : lines_.lines)
      prose_.push_back(prose_.back() + (reads_as_prose(l) ? l.characters : 0));
  }

  /// The sums again, without what lies in furniture.
  void weigh_without_furniture() {
    std::uint32_t before = 0;  // the old sum up to this line
    for (std::size_t i = 0; i < furniture_.size(); ++i) {
      const std::uint32_t here = prose_[i + 1] - before;
      before = prose_[i + 1];
      prose_[i + 1] = prose_[i] + (furniture_[i] ? 0 : here);
    }
  }

  /// A part that is named like furniture is furniture, unless much of the page's prose is in it.
  void mark_furniture() {
    for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
      const Node& n = page_.nodes[i];
      if (n.tag == Tag::text || !(n.named_furniture || n.tag == Tag::furniture)) continue;
      const Part p = part_of(i);
      if (p.first == p.last || prose_in(p) * 10 > total() * 3) continue;
      std::fill(furniture_.begin() + static_cast<std::ptrdiff_t>(p.first),
                furniture_.begin() + static_cast<std::ptrdiff_t>(p.last), true);
      i = n.end - 1;
    }
  }

  [[nodiscard]] bool may_hold_article(std::uint32_t node, const std::vector<bool>& data) const {
    const Tag t = page_.nodes[node].tag;
    if (t == Tag::table) return !data[node];
    return t == Tag::container || t == Tag::cell || t == Tag::row || t == Tag::body ||
           t == Tag::inlined || t == Tag::furniture;
  }

  /// Goes down as long as one part holds nearly everything.
  Part choose() {
    const std::vector<bool> data = data_tables(page_);
    std::uint32_t now = 0;
    for (bool deeper = true; deeper;) {
      deeper = false;
      const Part whole = part_of(now);
      for (std::uint32_t c = now + 1; c < page_.nodes[now].end; c = page_.nodes[c].end) {
        const Part p = part_of(c);
        if (p.first == p.last || prose_in(p) * 10 < total() * 9) continue;
        // A paragraph that holds nearly all is not the article: a signature may follow it.
        const bool alone = p.first == whole.first && p.last == whole.last;
        if (!may_hold_article(c, data) || !(alone || p.last - p.first >= 3)) break;
        now = c;
        deeper = true;
        break;
      }
    }
    return part_of(now);
  }

  /// Lines before the first sentence of the article and behind the last one may be about the page.
  [[nodiscard]] bool is_dropped(std::size_t i, Part part) const {
    if (furniture_[i]) return true;
    const PageLine& l = lines_.lines[i];
    const std::string_view words = lines_.view(l);
    const bool before = prose_[i + 1] == prose_[part.first];
    const bool behind = prose_[i] == prose_[part.last];
    const bool edge = before || behind;
    if (!edge) return l.linked == l.characters && is_page_control(words);
    if (is_page_information(words) || is_page_control(words)) return true;
    if (is_imprint(words) && i + 12 > part.last) return true;
    return l.linked == l.characters && !is_attachment(words);
  }

  /// The words of the headline that is seen above the article; empty where the article has it.
  std::string title_above(Part part) {
    const std::string wanted = without_blanks(meta_.title.value_or(page_.title));
    const std::size_t first = first_sentence(part);
    for (const bool must_match : {true, false}) {
      for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
        const Node& n = page_.nodes[i];
        if (n.tag == Tag::text || !(n.tag == Tag::heading || n.named_title)) continue;
        const Part p = part_of(i);
        if (p.first == p.last || p.first > first) continue;
        std::string words;
        for (std::size_t k = p.first; k < p.last; ++k) words += lines_.view(lines_.lines[k]);
        const std::string bare = without_blanks(words);
        const std::size_t characters = utf8::count(bare);
        if (characters < 6 || characters > 120) continue;
        const bool matches = wanted.find(bare) != std::string::npos;
        if (!matches && (must_match || n.tag != Tag::heading || furniture_[p.first])) continue;
        if (!meta_.title) meta_.title = bare;
        if (p.first >= part.first && p.first < part.last && !furniture_[p.first]) return {};
        return repeats(part, bare) ? std::string() : joined(p);
      }
    }
    return {};
  }

  [[nodiscard]] std::size_t first_sentence(Part part) const {
    std::size_t i = part.first;
    while (i < part.last && prose_[i + 1] == prose_[part.first]) ++i;
    return i;
  }

  /// Whether the article begins with these words already, on one line or a few.
  [[nodiscard]] bool repeats(Part part, std::string_view bare) const {
    std::string head;
    std::size_t seen = 0;
    for (std::size_t i = part.first; i < part.last && seen < 5; ++i) {
      if (is_dropped(i, part)) continue;
      head += without_blanks(lines_.view(lines_.lines[i]));
      ++seen;
      if (head.starts_with(bare)) return true;
    }
    return false;
  }

  [[nodiscard]] std::string trimmed_title() const {
    const std::size_t begin = page_.title.find_first_not_of(" \t\r\n");
    const std::size_t end = page_.title.find_last_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : page_.title.substr(begin, end + 1 - begin);
  }

  [[nodiscard]] std::string joined(Part p) const {
    std::string out;
    for (std::size_t i = p.first; i < p.last; ++i) {
      out += lines_.view(lines_.lines[i]);
      out += '\n';
    }
    return out;
  }

  void read_metas() {
    const auto take = [&](std::optional<std::string>& to, std::string_view name) {
      for (const auto& [key, content] : page_.metas) {
        if (!to && key == name) to = content;
      }
    };
    take(meta_.title, "articletitle");
    take(meta_.published, "pubdate");
    take(meta_.published, "publishdate");
    take(meta_.publisher, "contentsource");
    take(meta_.column, "columnname");
    take(meta_.url, "url");
    take(meta_.url, "og:url");
    take(site_, "sitename");
  }

  /// 来源 and 发布时间 as they stand around the headline.
  void read_visible_meta(Part part) {
    const std::size_t last = std::min(lines_.lines.size(), first_sentence(part));
    for (std::size_t i = 0; i < last; ++i) {
      const std::string_view words = lines_.view(lines_.lines[i]);
      const std::string_view source = labelled_source(words);
      if (!meta_.publisher && !source.empty()) meta_.publisher = source;
      const std::string_view date = labelled_date(words);
      if (!meta_.published && date.size() >= 8) meta_.published = date;
    }
    if (!meta_.publisher) meta_.publisher = site_;
  }

  const Page& page_;
  const PageLines& lines_;
  std::vector<bool> furniture_;       // by line
  std::vector<std::uint32_t> prose_;  // sums before each line
  Meta meta_;
  std::optional<std::string> site_;
};

}  // namespace

Article find_article(const Page& page, const PageLines& lines) { return Finder(page, lines).run(); }

}  // namespace noticekit

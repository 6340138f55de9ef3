#include "ingest/page_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::array<std::string_view, 62> furniture_words = {
    "nav",        "navbar",   "navigation", "menu",       "breadcrumb", "breadcrumbs",
    "crumb",      "crumbs",   "dqwz",       "weizhi",     "location",   "position",
    "share",      "bdshare",  "jiathis",    "social",     "footer",     "foot",
    "bottom",     "topbar",   "toolbar",    "tools",      "sidebar",    "related",
    "xgwz",       "xgyd",     "xgnr",       "relevant",   "pager",      "paging",
    "pagination", "pagenav",  "prenext",    "copyright",  "banner",     "search",
    "login",      "qrcode",   "ewm",        "erweima",    "print",      "hits",
    "comment",    "comments", "fontsize",   "friendlink", "links",      "sitemap",
    "header",     "top",      "logo",       "syh",        "suoyin",     "bdsharebuttonbox",
    "recommend",  "hot",      "bread",      "mbx",        "dangqian",   "fenxiang",
    "yqlj",       "skip"};

constexpr std::array<std::string_view, 7> title_words = {"title", "tit",      "biaoti", "bt",
                                                         "ttl",   "headline", "titles"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The words of a class or id: share-box, shareBox, share_box 2.
template <class Visit>
bool any_word(std::string_view name, Visit visit) {
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (!is_letter(c) || (upper && after_lower)) {
      if (!word.empty() && visit(word)) return true;
      word.clear();
    }
    if (is_letter(c)) word += static_cast<char>(upper ? c + 32 : c);
  }
  return false;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::u32string_view around = U" \t\n\u3000\u00A0【】[]|·()（）";

/// Without blanks, brackets and dots around.
std::string_view stripped(std::string_view s) {
  const auto is_around = [&](std::size_t at) {
    return !utf8::is_han_lead(static_cast<unsigned char>(s[at])) &&
           around.find(utf8::at(s, at)) != std::u32string_view::npos;
  };
  while (!s.empty() && is_around(0))
    s.remove_prefix(std::min(s.size(), utf8::length(static_cast<unsigned char>(s[0]))));
  while (!s.empty()) {
    std::size_t last = s.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(s[last]) & 0xC0) == 0x80) --last;
    if (!is_around(last)) break;
    s = s.substr(0, last);
  }
  return s;
}

/// The label that a line begins with; empty where there is none. Nearly every line differs in its
/// first character from nearly every label.
template <std::size_t N>
std::string_view label_of(std::string_view line, const std::array<std::string_view, N>& labels) {
  for (const std::string_view l : labels) {
    if (line.size() >= l.size() && line[1] == l[1] && line[2] == l[2] && line.starts_with(l))
      return l;
  }
  return {};
}

constexpr std::array<std::string_view, 34> information = {
    "发布时间", "发布日期", "发文时间", "更新时间", "时间：",   "时间:",    "日期：",
    "日期:",    "来源：",   "来源:",    "信息来源", "文章来源", "稿件来源", "作者：",
    "作者:",    "浏览次数", "浏览量",   "点击数",   "点击次数", "点击量",   "阅读次数",
    "阅读量",   "访问次数", "访问量",   "字体",     "字号",     "索引号",   "责任编辑",
    "责编",     "编辑：",   "编辑:",    "信息提供", "发布机构", "主题分类"};

constexpr std::array<std::string_view, 22> controls = {
    "上一篇",       "下一篇",   "上一条",   "下一条",       "分享到",   "分享：",
    "打印",         "打印本页", "关闭窗口", "关闭本页",     "关闭",     "收藏",
    "返回顶部",     "返回列表", "扫一扫",   "您当前的位置", "当前位置", "您的位置",
    "您现在的位置", "我要纠错", "网站首页", "【打印"};

std::string_view value_after(std::string_view line,
                             std::initializer_list<std::string_view> labels) {
  for (const std::string_view label : labels) {
    const std::size_t at = line.find(label);
    if (at == std::string_view::npos) continue;
    std::string_view rest = line.substr(at + label.size());
    for (const std::string_view colon : {"：", ":"}) {
      if (!rest.starts_with(colon)) continue;
      rest.remove_prefix(colon.size());
      return rest;
    }
  }
  return {};
}

}  // namespace

bool names_furniture(std::string_view name) {
  return any_word(name, [](const std::string& word) { return holds(furniture_words, word); });
}

bool names_title(std::string_view name) {
  return any_word(name, [](const std::string& word) { return holds(title_words, word); });
}

bool is_page_information(std::string_view line) {
  line = stripped(line);
  if (utf8::count(line) > 120) return false;
  return !label_of(line, information).empty();
}

bool is_page_control(std::string_view line) {
  line = stripped(line);
  const std::size_t characters = utf8::count(line);
  if (characters > 80) return false;
  const std::string_view label = label_of(line, controls);
  if (label.empty()) return false;
  const std::string_view rest = line.substr(label.size());
  return characters <= 12 || rest.starts_with("：") || rest.starts_with(":") ||
         rest.starts_with(" ");
}

std::string_view labelled_source(std::string_view line) {
  std::string_view value = value_after(line, {"来源", "信息来源", "发布机构"});
  while (value.starts_with(" ") || value.starts_with("\u00A0"))
    value.remove_prefix(value.starts_with(" ") ? 1 : 2);
  std::size_t end = 0;
  while (end < value.size()) {
    const char32_t c = utf8::at(value, end);
    if (c <= ' ' || c == 0xA0 || c == 0x3000 || c == '|' || c == 0x3010) break;
    end += utf8::length(static_cast<unsigned char>(value[end]));
  }
  value = value.substr(0, end);
  // The next label may follow without a gap: 来源：区民政局浏览次数：0.
  for (const std::string_view next : {"浏览", "点击", "阅读", "访问", "字体", "字号", "发布",
                                      "作者", "时间", "日期", "打印", "分享"}) {
    value = value.substr(0, value.find(next));
  }
  return value;
}

std::string_view labelled_date(std::string_view line) {
  std::string_view value =
      value_after(line, {"发布时间", "发布日期", "发文时间", "生成日期", "时间", "日期"});
  while (value.starts_with(" ")) value.remove_prefix(1);
  std::size_t end = 0;
  while (end < value.size()) {
    const char32_t c = utf8::at(value, end);
    const bool part = utf8::is_ascii_digit(c) || c == '-' || c == '/' || c == ':' || c == '.' ||
                      c == U'年' || c == U'月' || c == U'日' || c == ' ' || c == U'：';
    if (!part) break;
    end += utf8::length(static_cast<unsigned char>(value[end]));
  }
  value = value.substr(0, end);
  while (value.ends_with(" ")) value.remove_suffix(1);
  return value;
}

}  // namespace noticekit

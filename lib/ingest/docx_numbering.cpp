#include "ingest/docx_numbering.hpp"

#include <algorithm>

#include "ingest/docx_values.hpp"
#include "ingest/number_format.hpp"

namespace noticekit {
namespace {

class StyleReader : public XmlHandler {
 public:
  StyleReader(ParagraphStyles& styles, std::string& default_style)
      : styles_(styles), default_(default_style) {}

  void start(std::string_view name, const XmlAttributes& a) override {
    if (name.ends_with("Change")) ++skipped_;
    if (skipped_ > 0) return;
    if (name == "style") {
      const bool paragraph = a.get("type") == "paragraph";
      now_ = paragraph ? &styles_[std::string(a.get("styleId"))] : nullptr;
      if (paragraph && a.has("default") && a.get("default") != "0") default_ = a.get("styleId");
    } else if (now_ == nullptr) {
      return;
    } else if (name == "name") {
      now_->name = a.get("val");
    } else if (name == "basedOn") {
      now_->based_on = a.get("val");
    } else if (name == "numId") {
      now_->list.number = integer(a.get("val"), -1);
    } else if (name == "ilvl") {
      now_->list.level = integer(a.get("val"), -1);
    }
  }
  void end(std::string_view name) override {
    if (name.ends_with("Change")) --skipped_;
    if (name == "style") now_ = nullptr;
  }

 private:
  ParagraphStyles& styles_;
  std::string& default_;
  ParagraphStyle* now_ = nullptr;
  int skipped_ = 0;
};

}  // namespace

class NumberingReader : public XmlHandler {
 public:
  explicit NumberingReader(Numbering& n) : n_(n) {}

  void start(std::string_view name, const XmlAttributes& a) override {
    const std::string_view v = a.get("val");
    if (name == "abstractNum") {
      list_ = &n_.lists_[integer(a.get("abstractNumId"), -1)];
    } else if (name == "num") {
      instance_ = &n_.instances_[integer(a.get("numId"), -1)];
    } else if (name == "abstractNumId" && instance_ != nullptr) {
      instance_->list = integer(v, -1);
    } else if (name == "lvlOverride" && instance_ != nullptr) {
      override_ = integer(a.get("ilvl"), -1);
    } else if (name == "startOverride" && instance_ != nullptr && in_range(override_)) {
      instance_->start[static_cast<std::size_t>(override_)] = integer(v, 1);
    } else if (name == "lvl") {
      begin_level(integer(a.get("ilvl"), -1));
    } else if (name == "styleLink" && list_ != nullptr) {
      list_->style_link = v;
    } else if (name == "numStyleLink" && list_ != nullptr) {
      list_->numbering_style = v;
    } else if (level_ != nullptr) {
      level_property(name, a);
    }
  }

  void end(std::string_view name) override {
    if (name == "abstractNum") list_ = nullptr;
    if (name == "num") instance_ = nullptr;
    if (name == "lvlOverride") override_ = -1;
    if (name == "lvl") level_ = nullptr;
  }

 private:
  static bool in_range(int level) {
    return level >= 0 && level < static_cast<int>(Numbering::levels);
  }

  void begin_level(int level) {
    if (!in_range(level)) return;
    const auto at = static_cast<std::size_t>(level);
    if (instance_ != nullptr) {
      level_ = &instance_->changed[at];
    } else if (list_ != nullptr) {
      level_ = &list_->level[at];
    }
    if (level_ != nullptr) level_->defined = true;
  }

  void level_property(std::string_view name, const XmlAttributes& a) {
    const std::string_view v = a.get("val");
    if (name == "start") {
      level_->start = integer(v, 1);
    } else if (name == "numFmt") {
      if (v != "custom") level_->format = v;
    } else if (name == "lvlText") {
      level_->text = v;
    } else if (name == "suff") {
      level_->suffix = v;
    } else if (name == "pStyle") {
      level_->style = v;
    } else if (name == "isLgl") {
      level_->is_legal = is_on(a);
    } else if (name == "lvlRestart") {
      level_->restart = integer(v, -1);
    }
  }

  Numbering& n_;
  Numbering::List* list_ = nullptr;
  Numbering::Instance* instance_ = nullptr;
  Numbering::Level* level_ = nullptr;
  int override_ = -1;
};

std::optional<Error> Numbering::load(std::string_view xml, const Source& source,
                                     const Limits& limits, Deadline& deadline) {
  NumberingReader reader(*this);
  return parse_xml(xml, "numbering.xml", source, limits, deadline, reader);
}

int Numbering::list_of(int number) const {
  const auto instance = instances_.find(number);
  if (instance == instances_.end()) return -1;
  const auto list = lists_.find(instance->second.list);
  if (list == lists_.end()) return -1;
  if (list->second.numbering_style.empty()) return list->first;
  for (const auto& [id, other] : lists_) {
    if (other.style_link == list->second.numbering_style) return id;
  }
  return list->first;
}

ListPlace Numbering::resolve(ListPlace direct, std::string_view style,
                             const ParagraphStyles& styles) const {
  ListPlace place = direct;
  // A style may be based on itself in a damaged file.
  for (int steps = 0; steps < 32 && place.number < 0 && !style.empty(); ++steps) {
    const auto found = styles.find(style);
    if (found == styles.end()) break;
    if (const ListPlace& list = found->second.list; list.number >= 0) {
      place.number = list.number;
      if (place.level < 0) place.level = list.level;
      if (const auto l = lists_.find(list_of(list.number)); place.level < 0 && l != lists_.end()) {
        for (std::size_t i = 0; i < levels; ++i) {
          if (l->second.level[i].style == style) place.level = static_cast<int>(i);
        }
      }
    } else if (place.level < 0) {
      place.level = list.level;
    }
    style = found->second.based_on;
  }
  if (place.level < 0) place.level = 0;
  return place;
}

std::string Numbering::next_marker(ListPlace place) {
  if (place.number <= 0 || place.level < 0 || place.level >= static_cast<int>(levels)) return {};
  const int id = list_of(place.number);
  const auto found = lists_.find(id);
  if (found == lists_.end()) return {};
  List& list = found->second;
  Instance& instance = instances_[place.number];
  const auto level = static_cast<std::size_t>(place.level);
  const auto rule = [&](std::size_t i) -> const Level& {
    const auto changed = instance.changed.find(i);
    return changed != instance.changed.end() ? changed->second : list.level[i];
  };
  const auto first = [&](std::size_t i) {
    return instance.start[i] >= 0 ? instance.start[i] : rule(i).start;
  };
  if (!instance.used) {
    instance.used = true;
    for (std::size_t i = 0; i < levels; ++i) {
      if (instance.start[i] >= 0) list.count[i] = -1;
    }
  }
  if (!rule(level).defined) return {};
  list.count[level] = list.count[level] < 0 ? first(level) : list.count[level] + 1;
  for (std::size_t i = 0; i < level; ++i) {
    if (list.count[i] < 0)
      list.count[i] = first(i);  // a level that was passed over shows its start
  }
  for (std::size_t i = level + 1; i < levels; ++i) {
    const int restart = rule(i).restart;
    if (restart != 0 && (restart < 0 || static_cast<std::size_t>(restart) > level))
      list.count[i] = -1;
  }
  const Level& here = rule(level);
  if (here.format == "bullet") return here.text.empty() ? "" : "• ";
  std::string out;
  for (std::size_t i = 0; i < here.text.size(); ++i) {
    const char digit = i + 1 < here.text.size() ? here.text[i + 1] : '\0';
    if (here.text[i] != '%' || digit < '1' || digit > '9') {
      out += here.text[i];
      continue;
    }
    const auto of = static_cast<std::size_t>(digit - '1');
    const int count = list.count[of] < 0 ? first(of) : list.count[of];
    out += format_number(static_cast<unsigned>(std::max(count, 0)),
                         here.is_legal ? std::string("decimal") : rule(of).format);
    ++i;
  }
  if (!out.empty() && here.suffix != "nothing") out += ' ';
  return out;
}

std::optional<Error> load_styles(std::string_view xml, const Source& source, const Limits& limits,
                                 Deadline& deadline, ParagraphStyles& styles,
                                 std::string& default_style) {
  StyleReader reader(styles, default_style);
  return parse_xml(xml, "styles.xml", source, limits, deadline, reader);
}

}  // namespace noticekit

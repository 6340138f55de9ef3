#include "report/changes/compare.hpp"

#include <algorithm>
#include <map>

#include "report/changes/match.hpp"

namespace noticekit::changes {
namespace {

class Comparison {
 public:
  explicit Comparison(Language lang) : lang_(lang) {}

  void is_new(const Snapshot& now) {
    Change& c = add(Kind::notice_new, now);
    c.after = now.title.empty() ? now.id : now.title;
    c.what = findings(now.findings.size());
  }

  void is_gone(const Snapshot& before) {
    Change& c = add(Kind::notice_gone, before);
    c.before = before.title.empty() ? before.id : before.title;
    c.what = findings(before.findings.size());
  }

  void both(const Snapshot& before, const Snapshot& now) {
    const bool renamed = before.id != now.id;
    const bool same_text = before.text == now.text;
    if (same_text && !renamed && before.published == now.published) return;
    const std::size_t first = out_.size();
    if (renamed) differ(Kind::notice_republished, now, {"文件", "file"}, before.id, now.id);
    if (before.published != now.published)
      differ(renamed ? Kind::date_changed : Kind::notice_republished, now,
             {"公布日期", "published"}, before.published, now.published);
    if (same_text) return;
    differ(Kind::words_changed, now, {"标题", "title"}, before.title, now.title);
    differ(Kind::words_changed, now, {"被巡察单位", "inspected body"}, before.unit, now.unit);
    differ(Kind::date_changed, now, {"巡察开始", "inspection began"}, before.started, now.started);
    differ(Kind::date_changed, now, {"反馈日期", "feedback"}, before.feedback, now.feedback);
    numbers(before, now);
    of_findings(before, now);
    if (out_.size() == first)
      add(Kind::words_changed, now).what =
          Phrasing{"正文其他文字", "other words of the text"}.in(lang_);
  }

  std::vector<Change> take() { return std::move(out_); }

 private:
  Change& add(Kind kind, const Snapshot& notice) {
    Change& c = out_.emplace_back();
    c.kind = kind;
    c.id = notice.id;
    c.unit = notice.unit;
    return c;
  }

  Change& add(Kind kind, const Snapshot& notice, const FindingState& f) {
    Change& c = add(kind, notice);
    c.finding = f.problem;
    c.line = f.line;
    return c;
  }

  void differ(Kind kind, const Snapshot& notice, const Phrasing& what, const std::string& before,
              const std::string& after, const FindingState* finding = nullptr) {
    if (before == after) return;
    Change& c = finding != nullptr ? add(kind, notice, *finding) : add(kind, notice);
    c.what = what.in(lang_);
    c.before = before;
    c.after = after;
  }

  void numbers(const Snapshot& before, const Snapshot& now) {
    Numbers all = before.numbers;
    all.insert(now.numbers.begin(), now.numbers.end());
    for (const auto& [what, value] : all) {
      const auto old_value = before.numbers.find(what), new_value = now.numbers.find(what);
      differ(Kind::number_changed, now, {what.c_str(), what.c_str()},
             old_value == before.numbers.end() ? std::string() : old_value->second,
             new_value == now.numbers.end() ? std::string() : new_value->second);
    }
  }

  void of_findings(const Snapshot& before, const Snapshot& now) {
    const auto matched = match_findings(before.findings, now.findings);
    std::vector<bool> kept(before.findings.size());
    for (std::size_t i = 0; i < now.findings.size(); ++i) {
      const FindingState& f = now.findings[i];
      if (matched[i] < 0) {
        add(Kind::finding_new, now, f).after = state(f.status);
        continue;
      }
      kept[static_cast<std::size_t>(matched[i])] = true;
      of_finding(now, before.findings[static_cast<std::size_t>(matched[i])], f);
    }
    for (std::size_t k = 0; k < kept.size(); ++k) {
      if (kept[k]) continue;
      Change& c = add(Kind::finding_gone, now, before.findings[k]);
      c.before = state(before.findings[k].status);
      c.line = 0;
    }
  }

  void of_finding(const Snapshot& now, const FindingState& before, const FindingState& f) {
    differ(Kind::finding_reworded, now, {"反馈问题", "finding"}, before.problem, f.problem, &f);
    differ(Kind::status_moved, now, {"完成状态", "status"}, state(before.status), state(f.status),
           &f);
    differ(Kind::words_changed, now, {"具体表现", "detail"}, before.detail, f.detail, &f);
    differ(Kind::words_changed, now, {"整改措施", "measures"}, before.measures, f.measures, &f);
    differ(Kind::words_changed, now, {"整改进展", "progress"}, before.outcomes, f.outcomes, &f);
    differ(Kind::words_changed, now, {"整改成效", "results"}, before.results, f.results, &f);
    differ(Kind::date_changed, now, {"整改时限", "deadline"}, before.deadline, f.deadline, &f);
  }

  [[nodiscard]] std::string state(StatusValue value) const {
    const char* words = status_words(value, lang_);
    return *words != '\0' ? words : Phrasing{"未载明", "not stated"}.in(lang_);
  }

  [[nodiscard]] std::string findings(std::size_t n) const {
    if (lang_ == Language::zh) return std::to_string(n) + "个问题";
    return std::to_string(n) + (n == 1 ? " finding" : " findings");
  }

  Language lang_;
  std::vector<Change> out_;
};

/// What tells a notice apart whatever its file is called; empty where nothing does.
std::string identity(const Snapshot& s) {
  return s.title.empty() ? std::string() : s.title + "\n" + s.unit;
}

using Index = std::multimap<std::string, std::size_t>;

/// Takes one entry of `key` out of the index; -1 where there is none.
std::int64_t take_one(Index& index, const std::string& key) {
  const auto at = key.empty() ? index.end() : index.lower_bound(key);
  if (at == index.end() || at->first != key) return -1;
  const auto found = static_cast<std::int64_t>(at->second);
  index.erase(at);
  return found;
}

/// For each notice now the earlier one: of the same name, else of the same title and unit. What is
/// hidden is kept and is no other notice's earlier one.
std::vector<std::int64_t> match_notices(const std::vector<Snapshot>& before,
                                        const std::vector<Snapshot>& now, const Unread& unread,
                                        std::vector<bool>& kept) {
  Index by_id, by_identity;
  for (std::size_t k = 0; k < before.size(); ++k) by_id.emplace(before[k].id, k);
  std::vector<std::int64_t> out(now.size(), -1);
  for (std::size_t i = 0; i < now.size(); ++i) {
    out[i] = take_one(by_id, now[i].id);
    if (out[i] >= 0) kept[static_cast<std::size_t>(out[i])] = true;
  }
  for (std::size_t k = 0; k < before.size(); ++k) {
    if (!kept[k]) kept[k] = unread.hides(before[k].id, before[k].path);
    if (!kept[k]) by_identity.emplace(identity(before[k]), k);
  }
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (out[i] >= 0) continue;
    out[i] = take_one(by_identity, identity(now[i]));
    if (out[i] >= 0) kept[static_cast<std::size_t>(out[i])] = true;
  }
  return out;
}

}  // namespace

const char* kind_name(Kind kind) {
  constexpr const char* names[] = {
      "notice_new",       "notice_gone",  "notice_republished", "finding_new",  "finding_gone",
      "finding_reworded", "status_moved", "number_changed",     "date_changed", "words_changed"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Change> compare(const std::vector<Snapshot>& before, const std::vector<Snapshot>& now,
                            const Unread& unread, Language lang) {
  std::vector<bool> kept(before.size());
  const auto matched = match_notices(before, now, unread, kept);
  Comparison out(lang);
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (matched[i] < 0) {
      out.is_new(now[i]);
    } else {
      out.both(before[static_cast<std::size_t>(matched[i])], now[i]);
    }
  }
  for (std::size_t k = 0; k < before.size(); ++k) {
    if (!kept[k]) out.is_gone(before[k]);
  }
  return out.take();
}

}  // namespace noticekit::changes

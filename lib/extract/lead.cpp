// The lead's one sentence: which group inspected whom from when to when, and when it gave its
// feedback.
#include <algorithm>

#include "extract/date.hpp"
#include "extract/header.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool stops_name(char32_t c) {
  switch (c) {
    case U'，':
    case U',':
    case U'。':
    case U'；':
    case U';':
    case U'：':
    case U':':
    case U'\n':
    case U' ':
    case U'\u3000':
    case U'、':
    case U'“':
    case U'”':
    case U'《':
    case U'》':
    case U'日':
      return true;
    default:
      return utf8::is_ascii_digit(c);
  }
}

/// The name of an inspection group that ends at `end` in `region`: back to the organ that sent it.
Field group_ending_at(const Reading& r, Span region, std::uint32_t end) {
  std::uint32_t b = end;
  for (int n = 0; n < 24 && b > region.begin.value; ++n) {
    const auto p = static_cast<std::uint32_t>(utf8::before(r.text, b));
    const char32_t c = utf8::at(r.text, p);
    if (stops_name(c) && !(utf8::is_ascii_digit(c) && b < end)) break;
    if (utf8::is_ascii_digit(c) && p > region.begin.value &&
        utf8::at(r.text, utf8::before(r.text, p)) != U'第')
      break;
    b = p;
  }
  // Words of the sentence before the name: 由…, 向…, 按照…部署….
  std::string_view s = slice(r.text, {b, end});
  while (const auto hit = r.rules.header.find_as(r.letters({b, end}), "before_group")) {
    if (hit->end + 9 >= s.size()) {
      if (hit->begin == 0) return std::nullopt;  // 按照巡察组…: no organ is named
      break;
    }
    b += hit->end;
    s = slice(r.text, {b, end});
  }
  if (utf8::count(s) < 4) return std::nullopt;
  return Span{b, end};
}

Field find_group(const Reading& r, Span region) {
  const std::string_view s = r.view(region);
  for (std::size_t from = 0; from < s.size();) {
    const auto hit = r.rules.header.find_as(
        r.letters({region.begin.value + from, region.end.value}), "group_end");
    if (!hit) return std::nullopt;
    const auto end = static_cast<std::uint32_t>(region.begin.value + from + hit->end);
    if (const Field name = group_ending_at(r, region, end)) {
      // A name needs more than the bare word: 巡察组 alone names nobody.
      if (name->end.value - name->begin.value > hit->end - hit->begin) return name;
    }
    from += hit->end;
  }
  return std::nullopt;
}

/// The object of 对…进行（开展）了…巡察. `after`: end of the group's name, where the search begins.
Field find_body(const Reading& r, Span lead, std::uint32_t after) {
  std::vector<PhraseHit> hits;
  r.rules.header.scan_as(r.letters({after, lead.end.value}), "inspected", hits);
  std::optional<Span> best;
  for (const PhraseHit& hit : hits) {
    if (hit.slot_count == 0) continue;
    const Span slot{after + hit.slots[0].begin.value, after + hit.slots[0].end.value};
    const char32_t before = utf8::at(r.text, utf8::before(r.text, after + hit.begin));
    if (before == U'针' || before == U'面') continue;  // 针对, 面对
    if (!best || after + hit.begin < best->begin.value) best = slot;
  }
  if (!best) return std::nullopt;
  // 对某县委落实某责任情况开展了专项巡察: the body ends where its doing begins.
  const Span slot = trimmed(r.text, *best);
  if (const auto doing = r.rules.header.find_as(r.letters(slot), "doing");
      doing && doing->begin >= 6)
    return trimmed(r.text, {slot.begin.value, slot.begin.value + doing->begin});
  return slot;
}

/// 五届市委第六轮, 2022-2027年第二轮, 第一轮第二批: the exact words.
Field find_round(const Reading& r, Span region) {
  std::vector<PhraseHit> hits;
  r.rules.header.scan_as(r.letters(region), "round", hits);
  Field best;
  for (const PhraseHit& hit : hits) {
    const Span words{region.begin.value + hit.begin, region.begin.value + hit.end};
    if (!best || words.contains(*best) || words.begin < best->begin) {
      if (!best || words.overlaps(*best)) best = words;
    }
  }
  return best;
}

void read_dates(const Reading& r, Span lead, Notice& n) {
  // An audit has a period and a report too, but they are not an inspection's.
  if (r.view(lead).find("巡察") == std::string_view::npos &&
      r.view(lead).find("巡视") == std::string_view::npos)
    return;
  std::vector<Date> dates = find_dates(r.marked, lead);
  // The period: the first two dates joined by 至/到/-, or one date and 起.
  std::size_t used = dates.size();
  for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
    if (!joins_dates(r.text, dates[i], dates[i + 1])) continue;
    n.inspection_start = dates[i];
    inherit_year(dates[i + 1], dates[i]);
    n.inspection_end = dates[i + 1];
    used = i + 1;
    break;
  }
  if (used == dates.size()) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const std::string_view after = std::string_view(r.text).substr(dates[i].span.end.value, 6);
      if (after.substr(0, 3) == "起" || after.substr(0, 6) == "开始" ||
          after.substr(0, 6) == "以来") {
        if (after.substr(0, 6) == "以来") continue;
        n.inspection_start = dates[i];
        used = i;
        break;
      }
    }
  }
  const auto in_period = [&](std::size_t i) {
    return used < dates.size() && (i == used || (n.inspection_end && i + 1 == used));
  };
  const auto give = [&](std::size_t i) {
    if (n.inspection_end) {
      inherit_year(dates[i], *n.inspection_end);
    } else if (n.inspection_start) {
      inherit_year(dates[i], *n.inspection_start);
    }
    n.feedback = dates[i];
  };
  // The feedback's date stands before the words that tell of it, in their sentence; failing that,
  // after the period and before these words. News tell of the feedback first.
  const bool by_month = std::any_of(dates.begin(), dates.end(), [](const Date& d) {
    return d.precision == Precision::month || d.precision == Precision::day;
  });
  std::optional<std::size_t> loose;
  std::vector<PhraseHit> told;
  r.rules.header.scan_as(r.letters(lead), "feedback", told);
  for (const PhraseHit& words : told) {
    const std::uint32_t said = lead.begin.value + words.begin;
    for (std::size_t i = dates.size(); i-- > 0;) {
      if (dates[i].span.begin.value >= said || in_period(i)) continue;
      if (by_month && dates[i].precision == Precision::year) continue;  // 2019年巡察反馈的5个问题
      const std::string_view between = slice(r.text, {dates[i].span.end.value, said});
      if (between.find("。") == std::string_view::npos &&
          between.find('\n') == std::string_view::npos) {
        return give(i);
      }
      if (!loose && (used >= dates.size() || i > used)) loose = i;
      break;
    }
  }
  if (loose) give(*loose);
}

}  // namespace

void read_lead(const Reading& r, const Frame& frame, Notice& n) {
  const Span lead = frame.lead;
  n.inspection_group = find_group(r, lead);
  if (!n.inspection_group && frame.addressee) n.inspection_group = find_group(r, *frame.addressee);
  if (!n.inspection_group && frame.title) n.inspection_group = find_group(r, *frame.title);
  const bool in_lead = n.inspection_group && lead.contains(*n.inspection_group);
  if (const Field body =
          find_body(r, lead, in_lead ? n.inspection_group->end.value : lead.begin.value)) {
    n.inspected_bodies.push_back(*body);
  }
  if (n.inspected_bodies.empty() &&
      frame.addressee) {  // a self-report names its own body: 现将某社区…汇报
    const auto named = r.rules.header.find_as(r.letters(lead), "self_named");
    if (named) {
      n.inspected_bodies.push_back(trimmed(r.text, {lead.begin.value + named->slots[0].begin.value,
                                                    lead.begin.value + named->slots[0].end.value}));
    }
  }
  if (frame.title) n.round = find_round(r, *frame.title);
  if (!n.round) n.round = find_round(r, lead);
  read_dates(r, lead, n);
}

}  // namespace noticekit

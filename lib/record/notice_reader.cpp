#include "record/notice_reader.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "classify/label_names.hpp"
#include "extract/codes.hpp"
#include "outline/outline_names.hpp"
#include "record/positions.hpp"

namespace noticekit {
namespace {

void read_source(const JsonValue& json, Source& s) {
  s.path = json.at("path").string();
  s.format = json.at("format").string();
  s.encoding = json.at("encoding").string();
  if (json.has("encoding_basis")) s.encoding_basis = json.at("encoding_basis").string();
  s.bytes = static_cast<std::uint64_t>(json.at("bytes").integer());
  s.sha256 = json.at("sha256").string();
}

void read_meta(const JsonValue& json, Meta& m) {
  const auto value = [&](const char* key, std::optional<std::string>& to) {
    const JsonValue v = json.at(key);
    if (!v.is_null()) to = v.string();
  };
  value("title", m.title);
  value("published", m.published);
  value("publisher", m.publisher);
  value("url", m.url);
  value("column", m.column);
}

void read_where(const JsonValue& json, Where& w) {
  if (json.has("path")) w.path = json.at("path").string();
  if (json.has("line")) w.line = static_cast<std::uint64_t>(json.at("line").integer());
  if (json.has("byte")) w.byte = static_cast<std::uint64_t>(json.at("byte").integer());
  if (json.has("pointer")) w.pointer = json.at("pointer").string();
}

template <class Code>
Code code(const JsonValue& json, std::optional<Code> (*from_name)(std::string_view)) {
  const auto value = from_name(json.string());
  if (!value) json.fail("unknown code \"" + std::string(json.string()) + "\"");
  return *value;
}

class NoticeReader {
 public:
  explicit NoticeReader(const JsonValue& json)
      : json_(json), text_(joined_blocks(json)), positions_(text_) {}

  LabelledNotice read() {
    n_.text.id = json_.at("id").string();
    read_source(json_.at("source"), n_.text.source);
    read_meta(json_.at("meta"), n_.text.meta);
    n_.rules = json_.at("rules").string();
    n_.title = field("title");
    n_.document_number = field("document_number");
    n_.issuer = field("issuer");
    n_.addressee = field("addressee");
    fields(json_.at("inspected_bodies"), n_.inspected_bodies);
    n_.inspection_group = field("inspection_group");
    n_.round = field("round");
    const JsonValue dates = json_.at("dates");
    n_.inspection_start = date(dates.at("inspection_start"));
    n_.inspection_end = date(dates.at("inspection_end"));
    n_.feedback = date(dates.at("feedback"));
    n_.published = date(dates.at("published"));
    outline();
    json_.at("findings").each([&](const JsonValue& f) { finding(f); });
    part_extents();
    facts();
    fields(json_.at("remaining_problems"), n_.remaining_problems);
    fields(json_.at("next_steps"), n_.next_steps);
    blocks();
    json_.at("defects").each([&](const JsonValue& d) {
      n_.defects.push_back(
          {std::string(d.at("kind").string()), place(d), std::string(d.at("hint").string())});
    });
    LabelledNotice out;
    if (json_.has("labels")) out.labels = document_labels(json_.at("labels"));
    n_.text.utf8 = std::move(text_);
    out.notice = std::move(n_);
    return out;
  }

 private:
  static std::string joined_blocks(const JsonValue& json) {
    std::string text;
    json.at("blocks").each([&](const JsonValue& b) { text += b.at("text").string(); });
    return text;
  }

  Span span(const JsonValue& s) const {
    if (s.size() != 2) s.fail("a span is a list of two integers");
    const std::int64_t b = s.at(std::size_t{0}).integer();
    const std::int64_t e = s.at(std::size_t{1}).integer();
    if (b < 0 || e < b || e > positions_.code_points())
      s.fail("the span lies outside the text that the blocks make");
    return {positions_.byte(static_cast<std::uint32_t>(b)),
            positions_.byte(static_cast<std::uint32_t>(e))};
  }

  /// The span of an object with "text" and "span", which must agree.
  Span place(const JsonValue& object) const {
    const Span s = span(object.at("span"));
    if (slice(text_, s) != object.at("text").string()) {
      object.fail(
          "\"text\" is not what stands at \"span\"; the record was edited by hand, run "
          "notice-extract again");
    }
    return s;
  }

  Field field(const JsonValue& f) const { return f.is_null() ? Field{} : Field{place(f)}; }
  Field field(const char* key) const { return field(json_.at(key)); }

  void fields(const JsonValue& list, std::vector<Span>& to) const {
    list.each([&](const JsonValue& f) { to.push_back(place(f)); });
  }

  /// Words that are printed without a position of their own lie in, or right before, `near`.
  Field inside(const JsonValue& words, Span near) const {
    if (words.is_null()) return std::nullopt;
    const auto at = slice(text_, near).find(words.string());
    if (at == std::string_view::npos) words.fail("these words do not stand in the span");
    return Span{near.begin.value + at, near.begin.value + at + words.string().size()};
  }

  Field before(const JsonValue& words, Span text) const {
    if (words.is_null()) return std::nullopt;
    const std::string_view w = words.string();
    const auto at = std::string_view(text_).substr(0, text.begin.value).rfind(w);
    if (at == std::string_view::npos || text.begin.value - at > w.size() + 24)
      words.fail("this marker does not stand before its text");
    return Span{at, at + w.size()};
  }

  std::optional<Date> date(const JsonValue& d) const {
    if (d.is_null()) return std::nullopt;
    Date out;
    out.span = place(d);
    out.basis = d.at("basis").string() == "inherited" ? DateBasis::inherited : DateBasis::stated;
    const JsonValue value = d.at("value");
    if (value.is_null()) return out;
    const std::string_view iso = value.string();
    const auto number = [&](std::size_t from, std::size_t size) {
      int v = 0;
      for (std::size_t i = from; i < from + size; ++i) {
        if (i >= iso.size() || iso[i] < '0' || iso[i] > '9') value.fail("must be an ISO 8601 date");
        v = v * 10 + (iso[i] - '0');
      }
      return v;
    };
    out.year = static_cast<std::int16_t>(number(0, 4));
    out.precision = Precision::year;
    if (iso.size() >= 7) {
      out.month = static_cast<std::uint8_t>(number(5, 2));
      out.precision = Precision::month;
    }
    if (iso.size() >= 10) {
      out.day = static_cast<std::uint8_t>(number(8, 2));
      out.precision = Precision::day;
    }
    return out;
  }

  std::int32_t index(const JsonValue& i, std::size_t size) const {
    if (i.is_null()) return -1;
    const std::int64_t v = i.integer();
    if (v < 0 || static_cast<std::size_t>(v) >= size) i.fail("no such entry in the outline");
    return static_cast<std::int32_t>(v);
  }

  void outline() {
    const JsonValue list = json_.at("outline");
    list.each([&](const JsonValue& h) {
      Heading out;
      out.level = static_cast<std::uint8_t>(h.at("level").integer());
      out.rank = static_cast<std::uint8_t>(h.at("rank").integer());
      out.text = place(h);
      out.marker = before(h.at("marker"), out.text).value_or(Span{out.text.begin, out.text.begin});
      const auto nl = text_.find('\n', out.text.end.value);
      out.line = {out.marker.begin.value, std::min(nl, text_.size())};
      out.parent = index(h.at("parent"), list.size());
      n_.outline.headings.push_back(out);
    });
  }

  static void widen(Span& hull, Span s) {
    hull.begin = std::min(hull.begin, s.begin);
    hull.end = std::max(hull.end, s.end);
  }

  /// Where answers stand apart from their problems, other findings lie between the two: the extent
  /// is then the answer.
  void part_extents() {
    auto& all = n_.findings;
    std::vector<bool> mixed(all.size());
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i - 1].extent.overlaps(all[i].extent)) mixed[i - 1] = mixed[i] = true;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!mixed[i]) continue;
      std::vector<Span> answer = all[i].results;
      for (const Measure& m : all[i].measures) answer.push_back(m.text);
      if (all[i].lead) answer.push_back(*all[i].lead);
      Span hull = answer.empty() ? all[i].problem : answer.front();
      if (answer.empty() && all[i].detail) answer.push_back(*all[i].detail);
      for (const Span s : answer) widen(hull, s);
      all[i].extent = hull;
    }
  }

  void finding(const JsonValue& f) {
    Finding out;
    out.id = f.at("id").string();
    out.origin = code(f.at("origin"), origin_from_name);
    f.at("path").each([&](const JsonValue& p) {
      out.path.push_back(static_cast<std::uint32_t>(index(p, n_.outline.headings.size())));
    });
    out.problem = place(f.at("problem"));
    out.extent = out.problem;
    out.detail = field(f.at("detail"));
    out.lead = field(f.at("lead"));
    FindingLabels labels;
    f.at("measures").each([&](const JsonValue& m) {
      Measure measure;
      measure.text = place(m);
      measure.marker = before(m.at("marker"), measure.text);
      widen(out.extent, measure.text);
      out.measures.push_back(measure);
      labels.measure_types.emplace_back();
      if (m.has("types")) label_list(m.at("types"), labels.measure_types.back());
    });
    fields(f.at("results"), out.results);
    fields(f.at("outcomes"), out.outcomes);
    const JsonValue status = f.at("status");
    out.status.value = code(status.at("value"), status_from_name);
    out.status.basis = code(status.at("basis"), basis_from_name);
    if (!status.at("span").is_null()) out.status.quote = place(status);
    const JsonValue who = f.at("responsible");
    out.responsible = {field(who.at("leader")), field(who.at("department")),
                       field(who.at("person"))};
    out.deadline = date(f.at("deadline"));
    for (const Field& s : {out.detail, out.lead, out.responsible.leader, out.responsible.department,
                           out.responsible.person}) {
      if (s) widen(out.extent, *s);
    }
    for (const Span s : out.results) widen(out.extent, s);
    const auto extent_of = [&](const JsonValue& v) { widen(out.extent, place(v)); };
    f.at("quantities").each(extent_of);
    f.at("references").each(extent_of);
    if (f.has("labels")) {
      const JsonValue l = f.at("labels");
      labels.dimension = label(l.at("dimension"));
      label_list(l.at("topics"), labels.topics);
      labels.substance = label(l.at("substance"));
    }
    finding_labels_.push_back(std::move(labels));
    n_.findings.push_back(std::move(out));
  }

  Decimal decimal(const JsonValue& v, std::string_view text) const {
    constexpr std::size_t longest = 40;  // more places than this are not counted right
    const auto d = text.size() > longest ? std::nullopt : parse_decimal(text);
    if (!d) v.fail("must be an exact decimal");
    return *d;
  }

  void facts() {
    json_.at("claims").each([&](const JsonValue& c) {
      n_.claims.push_back(
          {code(c.at("kind"), claim_from_name), decimal(c.at("value"), c.at("value").number_text()),
           std::string(c.at("unit").string()), std::string(c.at("scope").string()), place(c)});
    });
    json_.at("accountability").each([&](const JsonValue& a) {
      n_.accountability.push_back({code(a.at("kind"), accountability_from_name),
                                   decimal(a.at("value"), a.at("value").number_text()),
                                   std::string(a.at("unit").string()),
                                   place(a),
                                   {}});
      if (a.has("with")) {
        a.at("with").each([&](const JsonValue& kind) {
          n_.accountability.back().with.push_back(code(kind, accountability_from_name));
        });
      }
    });
    json_.at("money").each([&](const JsonValue& m) {
      n_.money.push_back({code(m.at("kind"), money_from_name),
                          decimal(m.at("yuan"), m.at("yuan").string()), place(m)});
    });
    json_.at("quantities").each([&](const JsonValue& q) {
      Quantity out{decimal(q.at("value"), q.at("value").number_text()),
                   std::string(q.at("unit").string()), Modifier::none, place(q), -1};
      if (!q.at("modifier").is_null()) out.modifier = code(q.at("modifier"), modifier_from_name);
      const JsonValue f = q.at("finding");
      if (!f.is_null()) {
        for (std::size_t i = 0; i < n_.findings.size(); ++i) {
          if (n_.findings[i].id == f.string()) out.finding = static_cast<std::int32_t>(i);
        }
        if (out.finding < 0) f.fail("no finding has this id");
      }
      n_.quantities.push_back(std::move(out));
    });
    json_.at("references").each([&](const JsonValue& r) {
      const Span s = place(r);
      n_.references.push_back({inside(r.at("title"), s), inside(r.at("number"), s), s});
    });
    json_.at("persons").each([&](const JsonValue& p) {
      const Span s = place(p);
      const Field name = inside(p.at("name"), s);
      if (!name) p.fail("a person needs a name");
      n_.persons.push_back({*name, inside(p.at("role"), s), s});
    });
    const JsonValue c = json_.at("contacts");
    fields(c.at("phone"), n_.contacts.phone);
    fields(c.at("email"), n_.contacts.email);
    fields(c.at("address"), n_.contacts.address);
    fields(c.at("postcode"), n_.contacts.postcode);
  }

  void blocks() {
    std::uint32_t at = 0;
    json_.at("blocks").each([&](const JsonValue& b) {
      const Span s = place(b);
      if (s.begin.value != at) b.fail("blocks must tile the text: no gap, no overlap");
      at = s.end.value;
      n_.outline.blocks.push_back({index(b.at("outline"), n_.outline.headings.size()), s,
                                   code(b.at("role"), role_from_name)});
    });
  }

  std::optional<Label> label(const JsonValue& l) const {
    if (l.is_null()) return std::nullopt;
    Label out;
    out.id = l.at("id").string();
    out.name = l.at("label").string();
    out.score = l.at("score").number();
    l.at("why").each([&](const JsonValue& e) {
      out.why.push_back({std::string(e.at("rule").string()), place(e)});
      if (e.has("share")) out.why.back().share = e.at("share").number();
    });
    // Records of earlier programs lack what follows.
    if (l.has("by")) out.by = code(l.at("by"), label_source_from_name);
    if (l.has("probability")) out.probability = l.at("probability").number();
    if (l.has("runner_up")) out.runner_up = l.at("runner_up").string();
    if (l.has("margin")) out.margin = l.at("margin").number();
    return out;
  }

  void label_list(const JsonValue& list, std::vector<Label>& to) const {
    list.each([&](const JsonValue& l) {
      if (auto one = label(l)) to.push_back(std::move(*one));
    });
  }

  Labels document_labels(const JsonValue& l) {
    Labels out;
    out.genre = label(l.at("genre"));
    out.tier = label(l.at("tier"));
    label_list(l.at("inspection_type"), out.inspection_type);
    out.inspected_level = label(l.at("inspected_level"));
    if (l.has("scheme")) out.scheme = label(l.at("scheme"));
    out.findings = std::move(finding_labels_);
    return out;
  }

  const JsonValue& json_;
  std::string text_;
  Positions positions_;
  Notice n_;
  std::vector<FindingLabels> finding_labels_;
};

}  // namespace

LabelledNotice read_notice(const JsonValue& json) { return NoticeReader(json).read(); }

Text read_text_record(const JsonValue& json) {
  Text t;
  t.id = json.at("id").string();
  read_source(json.at("source"), t.source);
  read_meta(json.at("meta"), t.meta);
  t.utf8 = json.at("text").string();
  if (t.utf8.size() > std::numeric_limits<std::uint32_t>::max())
    json.at("text").fail("more than 4 GiB");
  const JsonValue edits = json.at("edits");
  for (std::size_t i = 0; i < t.edits.counts.size(); ++i) {
    t.edits.counts[i] =
        static_cast<std::uint32_t>(edits.at(edit_name(static_cast<Edit>(i))).integer());
  }
  json.at("warnings").each([&](const JsonValue& w) {
    Warning out{std::string(w.at("code").string()), std::string(w.at("message").string()), {}};
    read_where(w.at("where"), out.where);
    t.warnings.push_back(std::move(out));
  });
  return t;
}

ErrorRecord read_error(const JsonValue& json) {
  ErrorRecord out;
  out.id = json.at("id").string();
  out.stage = json.at("stage").string();
  const JsonValue code = json.at("code");
  bool known = false;
  for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
    if (code.string() != errc_name(static_cast<Errc>(i))) continue;
    out.error.code = static_cast<Errc>(i);
    known = true;
  }
  if (!known) code.fail("unknown error code");
  out.error.message = json.at("message").string();
  read_where(json.at("where"), out.error.where);
  return out;
}

}  // namespace noticekit

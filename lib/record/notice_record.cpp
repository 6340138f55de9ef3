// The `notice` record, writing side: keys in the order of the contract, labels where there are
// some.
#include <algorithm>
#include <array>
#include <cassert>

#include "extract/codes.hpp"
#include "noticekit/record.hpp"
#include "outline/outline_names.hpp"
#include "record/record_writer.hpp"

namespace noticekit {
namespace {

/// Names of codes with their lengths. Each takes the same room, so it is copied in a few steps.
class RoleNames {
 public:
  RoleNames() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view name = role_name(static_cast<Role>(i));
      assert(name.size() <= JsonWriter::Code::most);
      name.copy(names_[i].text, name.size());
      names_[i].size = static_cast<unsigned char>(name.size());
    }
  }
  const JsonWriter::Code& operator[](Role role) const {
    return names_[static_cast<std::size_t>(role)];
  }

 private:
  std::array<JsonWriter::Code, static_cast<std::size_t>(Role::other) + 1> names_;
};

class NoticeWriter {
 public:
  NoticeWriter(std::string& out, const Notice& n, const Labels* labels)
      : n_(n), labels_(labels), positions_(n.text.utf8), w_(out, n.text, positions_) {}

  void write() {
    w_.begin_object();
    write_head(w_, "notice", n_.text.id);
    write_source(w_, n_.text.source);
    write_meta(w_, n_.text.meta);
    w_.key("rules");
    w_.string(n_.rules);
    frame();
    outline();
    findings();
    facts();
    w_.fields("remaining_problems", n_.remaining_problems);
    w_.fields("next_steps", n_.next_steps);
    blocks();
    defects();
    if (labels_ != nullptr) document_labels();
    w_.end_object();
  }

 private:
  void field(const char* name, const Field& f) {
    w_.key(name);
    w_.field(f);
  }

  void date(const char* name, const std::optional<Date>& d) {
    w_.key(name);
    if (!d) {
      w_.null();
      return;
    }
    w_.begin_object();
    w_.place(d->span);
    w_.key("value");
    const std::string value = iso(*d);
    if (value.empty()) {
      w_.null();
      w_.key("precision");
      w_.null();
    } else {
      w_.string(value);
      w_.key("precision");
      w_.string(d->precision == Precision::day     ? "day"
                : d->precision == Precision::month ? "month"
                                                   : "year");
    }
    w_.key("basis");
    w_.string(d->basis == DateBasis::stated ? "stated" : "inherited");
    w_.end_object();
  }

  void frame() {
    field("title", n_.title);
    field("document_number", n_.document_number);
    field("issuer", n_.issuer);
    field("addressee", n_.addressee);
    w_.fields("inspected_bodies", n_.inspected_bodies);
    field("inspection_group", n_.inspection_group);
    field("round", n_.round);
    w_.key("dates");
    w_.begin_object();
    date("inspection_start", n_.inspection_start);
    date("inspection_end", n_.inspection_end);
    date("feedback", n_.feedback);
    date("published", n_.published);
    w_.end_object();
  }

  void index(const char* name, std::int32_t i) {
    w_.key(name);
    if (i < 0) {
      w_.null();
    } else {
      w_.integer(i);
    }
  }

  void outline() {
    w_.key("outline");
    w_.begin_array();
    for (const Heading& h : n_.outline.headings) {
      w_.begin_object();
      w_.key("level");
      w_.integer(h.level);
      w_.key("rank");
      w_.integer(h.rank);
      w_.key("marker");
      w_.words(h.marker);
      w_.place(h.text);
      index("parent", h.parent);
      w_.end_object();
    }
    w_.end_array();
  }

  void findings() {
    for (const Quantity& q : n_.quantities) by_finding_.push_back(&q);
    std::stable_sort(by_finding_.begin(), by_finding_.end(),
                     [](const Quantity* a, const Quantity* b) { return a->finding < b->finding; });
    w_.key("findings");
    w_.begin_array();
    for (std::size_t i = 0; i < n_.findings.size(); ++i) finding(i);
    w_.end_array();
  }

  void finding(std::size_t i) {
    const Finding& f = n_.findings[i];
    const FindingLabels* labels =
        labels_ != nullptr && i < labels_->findings.size() ? &labels_->findings[i] : nullptr;
    w_.begin_object();
    w_.key("id");
    w_.string(f.id);
    w_.key("origin");
    w_.string(origin_name(f.origin));
    w_.key("path");
    w_.begin_array();
    for (const std::uint32_t h : f.path) w_.integer(h);
    w_.end_array();
    field("problem", f.problem);
    field("detail", f.detail);
    field("lead", f.lead);
    w_.key("measures");
    w_.begin_array();
    for (std::size_t m = 0; m < f.measures.size(); ++m) {
      w_.begin_object();
      w_.key("marker");
      w_.words(f.measures[m].marker);
      w_.place(f.measures[m].text);
      if (labels != nullptr && m < labels->measure_types.size()) {
        w_.key("types");
        w_.labels(labels->measure_types[m]);
      }
      w_.end_object();
    }
    w_.end_array();
    w_.fields("results", f.results);
    w_.fields("outcomes", f.outcomes);
    status(f.status);
    w_.key("responsible");
    w_.begin_object();
    field("leader", f.responsible.leader);
    field("department", f.responsible.department);
    field("person", f.responsible.person);
    w_.end_object();
    date("deadline", f.deadline);
    w_.key("quantities");
    w_.begin_array();
    const auto number = static_cast<std::int32_t>(i);
    const auto first =
        std::partition_point(by_finding_.begin(), by_finding_.end(),
                             [number](const Quantity* q) { return q->finding < number; });
    for (auto q = first; q != by_finding_.end() && (*q)->finding == number; ++q) quantity(**q);
    w_.end_array();
    w_.key("references");
    w_.begin_array();
    for (const Reference& r : n_.references) {
      if (f.tells(r.span)) reference(r);
    }
    w_.end_array();
    if (labels != nullptr) {
      w_.key("labels");
      w_.begin_object();
      w_.key("dimension");
      w_.label(labels->dimension);
      w_.key("topics");
      w_.labels(labels->topics);
      w_.key("substance");
      w_.label(labels->substance);
      w_.end_object();
    }
    w_.end_object();
  }

  void status(const Status& s) {
    w_.key("status");
    w_.begin_object();
    w_.key("value");
    w_.string(status_name(s.value));
    w_.key("basis");
    w_.string(basis_name(s.basis));
    if (s.quote) {
      w_.place(*s.quote);
    } else {
      w_.key("text");
      w_.null();
      w_.key("span");
      w_.null();
    }
    w_.end_object();
  }

  void quantity(const Quantity& q) {
    w_.begin_object();
    w_.key("value");
    w_.raw(to_string(q.value));
    w_.key("unit");
    w_.string(q.unit);
    w_.key("modifier");
    if (q.modifier == Modifier::none) {
      w_.null();
    } else {
      w_.string(modifier_name(q.modifier));
    }
    w_.place(q.span, false);
    w_.key("finding");
    if (q.finding < 0) {
      w_.null();
    } else {
      w_.string(n_.findings[static_cast<std::size_t>(q.finding)].id);
    }
    w_.end_object();
  }

  void reference(const Reference& r) {
    w_.begin_object();
    w_.key("title");
    w_.words(r.title);
    w_.key("number");
    w_.words(r.number);
    w_.place(r.span, false);
    w_.end_object();
  }

  void facts() {
    w_.key("claims");
    w_.begin_array();
    for (const Claim& c : n_.claims) {
      w_.begin_object();
      w_.key("kind");
      w_.string(claim_name(c.kind));
      w_.key("value");
      w_.raw(to_string(c.value));
      w_.key("unit");
      w_.string(c.unit);
      w_.key("scope");
      w_.string(c.scope);
      w_.place(c.span, false);
      w_.end_object();
    }
    w_.end_array();
    w_.key("accountability");
    w_.begin_array();
    for (const Accountability& a : n_.accountability) {
      w_.begin_object();
      w_.key("kind");
      w_.string(accountability_name(a.kind));
      if (!a.with.empty()) {
        w_.key("with");
        w_.begin_array();
        for (const AccountabilityKind kind : a.with) w_.string(accountability_name(kind));
        w_.end_array();
      }
      w_.key("value");
      w_.raw(to_string(a.value));
      w_.key("unit");
      w_.string(a.unit);
      w_.place(a.span, false);
      w_.end_object();
    }
    w_.end_array();
    w_.key("money");
    w_.begin_array();
    for (const Money& m : n_.money) {
      w_.begin_object();
      w_.key("kind");
      w_.string(money_name(m.kind));
      w_.key("yuan");
      w_.string(to_string(m.yuan));
      w_.place(m.span, false);
      w_.end_object();
    }
    w_.end_array();
    w_.key("quantities");
    w_.begin_array();
    for (const Quantity& q : n_.quantities) quantity(q);
    w_.end_array();
    w_.key("references");
    w_.begin_array();
    for (const Reference& r : n_.references) reference(r);
    w_.end_array();
    w_.key("persons");
    w_.begin_array();
    for (const Person& p : n_.persons) {
      w_.begin_object();
      w_.key("name");
      w_.words(p.name);
      w_.key("role");
      w_.words(p.role);
      w_.place(p.span, false);
      w_.end_object();
    }
    w_.end_array();
    w_.key("contacts");
    w_.begin_object();
    w_.fields("phone", n_.contacts.phone);
    w_.fields("email", n_.contacts.email);
    w_.fields("address", n_.contacts.address);
    w_.fields("postcode", n_.contacts.postcode);
    w_.end_object();
  }

  void blocks() {
    static const RoleNames role_names;
    w_.key("blocks");
    w_.begin_array();
    for (const Block& b : n_.outline.blocks) {
      w_.begin_object();
      index("outline", b.heading);
      w_.place(b.span, false);
      w_.key("role");
      w_.code(role_names[b.role]);
      w_.end_object();
    }
    w_.end_array();
  }

  void defects() {
    w_.key("defects");
    w_.begin_array();
    for (const Defect& d : n_.defects) {
      w_.begin_object();
      w_.key("kind");
      w_.string(d.kind);
      w_.place(d.span, false);
      w_.key("hint");
      w_.string(d.hint);
      w_.end_object();
    }
    w_.end_array();
  }

  void document_labels() {
    w_.key("labels");
    w_.begin_object();
    w_.key("genre");
    w_.label(labels_->genre);
    w_.key("tier");
    w_.label(labels_->tier);
    w_.key("inspection_type");
    w_.labels(labels_->inspection_type);
    w_.key("inspected_level");
    w_.label(labels_->inspected_level);
    if (labels_->scheme) {
      w_.key("scheme");
      w_.label(labels_->scheme);
    }
    w_.end_object();
  }

  const Notice& n_;
  std::vector<const Quantity*> by_finding_;  ///< quantities in the order of their findings
  const Labels* labels_;
  Positions positions_;
  RecordWriter w_;
};

}  // namespace

void write_record(std::string& out, const Notice& notice, const Labels* labels) {
  NoticeWriter(out, notice, labels).write();
  out += '\n';
}

}  // namespace noticekit

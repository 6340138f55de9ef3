// element.*: the parts that a notice of this kind has.
#include <algorithm>

#include "report/audit/check.hpp"
#include "text/utf8.hpp"

namespace noticekit::audit {
namespace {

bool has_contact(const Notice& n) {
  const Contacts& c = n.contacts;
  return !c.phone.empty() || !c.email.empty() || !c.address.empty() || !c.postcode.empty();
}

/// A landline of seven or eight digits without its area code.
bool lacks_area_code(std::string_view phone) {
  std::size_t digits = 0;
  for (const char c : phone) digits += c >= '0' && c <= '9';
  return (digits == 7 || digits == 8) && phone.front() != '0' && phone.front() != '4';
}

}  // namespace

bool missing_title(Audited& a) {
  if (!a.n.title) a.raise("没有标题", "there is no title");
  return true;
}

bool missing_signature(Audited& a) {
  const auto& blocks = a.n.outline.blocks;
  if (std::none_of(blocks.begin(), blocks.end(),
                   [](const Block& b) { return b.role == Role::signature; }))
    a.raise("正文之后没有落款单位", "no issuing body after the text");
  return true;
}

bool missing_date(Audited& a) {
  if (!a.n.published) a.raise("没有成文日期", "there is no date of issue");
  return true;
}

bool missing_contact(Audited& a) {
  if (!a.counts()) return false;
  if (!has_contact(a.n))
    a.raise("没有公布联系电话、邮箱或地址", "no telephone, mail or address is given");
  return true;
}

bool contact_form(Audited& a) {
  if (!a.counts() || !has_contact(a.n)) return false;
  for (const Span phone : a.n.contacts.phone) {
    const std::string_view words = a.view(phone);
    if (lacks_area_code(words))
      a.raise("电话{}没有区号", "the telephone number {} has no area code", {quoted(words)}, phone);
    for (const std::string_view dash : {"—", "–", "―", "－", "一"}) {
      if (words.find(dash) == std::string_view::npos) continue;
      a.raise("电话{}所用的横线不是半角连字符", "the dash in {} is no hyphen", {quoted(words)},
              phone);
      break;
    }
  }
  for (const Span email : a.n.contacts.email) {
    if (!hits_of(a.rules.elements, "free_mailbox", a.n, email).empty())
      a.raise("对外邮箱{}属于免费商业邮箱", "{} is a commercial free mailbox",
              {quoted(a.view(email))}, email);
  }
  for (const Span address : a.n.contacts.address) {
    const std::uint32_t from = address.begin.value < 30 ? 0 : address.begin.value - 30;
    std::uint32_t begin = from;
    while (!utf8::is_boundary(a.n.text.utf8, begin)) ++begin;
    const Span labelled{begin, address.end.value};
    if (!hits_of(a.rules.elements, "box_for_street", a.n, labelled).empty())
      a.raise("标为“邮政信箱”，内容却是街道地址{}", "a street address, {}, is labelled a post box",
              {quoted(a.view(address))}, address);
  }
  return true;
}

bool round_type_unknown(Audited& a) {
  if (!a.of_inspection()) return false;
  const bool typed = a.labels != nullptr && !a.labels->inspection_type.empty();
  if (!a.n.round && !typed)
    a.raise("既未载明届次轮次，也未载明巡察类型",
            "neither the round nor the type of the inspection is stated");
  return true;
}

bool body_mismatch(Audited& a) {
  if (!a.of_inspection() || !a.n.title || a.n.inspected_bodies.empty()) return false;
  std::string bodies;
  for (const Span b : a.n.inspected_bodies) bodies += a.view(b);
  for (const Span hit : hits_of(a.rules.elements, "body_in_title", a.n, *a.n.title)) {
    // The kind of body is what the rule captures; it is the hit's last or first word.
    std::string_view words = a.view(hit);
    for (const std::string_view verb : {"巡察", "巡视", "党组织"}) {
      const std::size_t at = words.find(verb);
      if (at == 0)
        words.remove_prefix(verb.size());
      else if (at != std::string_view::npos)
        words = words.substr(0, at);
    }
    if (!words.empty() && bodies.find(words) == std::string::npos)
      a.raise("标题所说的巡察对象{}与导语所说的{}不同",
              "the title says {} was inspected, the lead says {}",
              {quoted(words), quoted(a.view(a.n.inspected_bodies[0]))}, hit);
  }
  return true;
}

}  // namespace noticekit::audit

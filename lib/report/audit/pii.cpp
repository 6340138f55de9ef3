// pii.*: people and numbers that a public text should not expose.
#include <algorithm>

#include "report/audit/check.hpp"
#include "report/personal.hpp"

namespace noticekit::audit {
namespace {

bool in_problem(const Notice& n, Span name) {
  return std::any_of(n.findings.begin(), n.findings.end(), [&](const Finding& f) {
    return f.problem.contains(name) || (f.detail && f.detail->contains(name));
  });
}

}  // namespace

bool named_negative(Audited& a) {
  for (const Person& p : a.n.persons) {
    if (in_problem(a.n, p.name))
      a.raise("问题表述中点了姓名：{}", "a person is named in a problem statement: {}",
              {quoted(a.view(p.name))}, p.name);
  }
  return true;
}

bool named_private(Audited& a) {
  std::vector<std::string_view> told;
  for (const Person& p : a.n.persons) {
    if (in_problem(a.n, p.name)) told.push_back(a.view(p.name));
  }
  for (const Person& p : a.n.persons) {
    const std::string_view name = a.view(p.name);
    if (std::find(told.begin(), told.end(), name) != told.end()) continue;
    told.push_back(name);
    a.raise("文中出现非公职人员姓名：{}", "a person who is no public official is named: {}",
            {quoted(name)}, p.name);
  }
  return true;
}

bool id_phone_bank(Audited& a) {
  for (const PersonalNumber& p : personal_numbers(a.n)) {
    // Landlines are mostly those of offices: masked, but no alarm.
    if (p.official || p.kind == PersonalNumber::Kind::landline) continue;
    const char* zh = p.kind == PersonalNumber::Kind::mobile ? "联系方式之外出现手机号码：{}"
                     : p.kind == PersonalNumber::Kind::id ? "出现身份证号码：{}"
                                                          : "出现银行账号：{}";
    const char* en = p.kind == PersonalNumber::Kind::mobile
                         ? "a mobile number outside the contacts: {}"
                     : p.kind == PersonalNumber::Kind::id ? "an identity number: {}"
                                                          : "a bank account number: {}";
    a.raise(zh, en, {quoted(a.view(p.span))}, p.span);
  }
  return true;
}

bool personal_mailbox(Audited& a) {
  if (!a.counts() || a.n.contacts.email.empty()) return false;
  for (const Span email : a.n.contacts.email) {
    if (!hits_of(a.rules.elements, "free_mailbox", a.n, email).empty())
      a.raise("以免费邮箱作为对外渠道：{}", "a free-mail account is the official channel: {}",
              {quoted(a.view(email))}, email);
  }
  return true;
}

}  // namespace noticekit::audit

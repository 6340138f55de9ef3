// One finding as a row of the ledger in a page: its cells, and behind them what the notice says
// beside the original text with the words marked. Comes after html.hpp.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "noticekit/report.hpp"

namespace noticekit::page {

/// What the filters of the ledger offer.
struct Choices {
  std::set<std::string> units, topics, states;
};

/// Appends a `<tr>` and adds its values to `choices`.
void put_finding(std::string& out, const Notice& notice, const Labels* labels, std::size_t finding,
                 std::uint64_t number, Language lang, Choices& choices);

/// Appends the filter form, the table's head, `rows`, and its end.
void put_ledger(std::string& out, const std::string& rows, const Choices& choices, Language lang);

}  // namespace noticekit::page

// Stated totals: how many problems, measures, rules, and how many of them are done. Comes after
// numeral.hpp. Source: gold rule R24, domain reference §3 "Claims". Which phrase states what is
// rule data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Where the numbers begin that totals are counted by, those with a measure word (13个, 两项): byte
/// offsets, ascending. Only their sentences are read closely.
std::vector<std::uint32_t> counted_places(const MarkedDocument& document);

/// Reads the totals of a stretch outside single findings: they speak of the document, unless the
/// phrase says of what else (立行立改, the round before). `inspected`: the year of the inspection,
/// where it is known; what an earlier year's inspection found is of the round before.
void find_claims(const Reading& r, const std::vector<std::uint32_t>& counted, Span region,
                 std::optional<int> inspected, std::vector<Claim>& out);

/// Reads the totals inside one finding: they speak of its sub-issues.
void find_sub_claims(const Reading& r, const std::vector<std::uint32_t>& counted, Span region,
                     const std::string& finding, std::vector<Claim>& out);

/// What is wrong with the code of a claim rule; empty if nothing. A code lists the kinds of the
/// phrase's numbers in order: "aspects_total,findings_total". "kind@scope" gives a scope; "kind="
/// repeats the number before, and alone says it of the whole total just stated (均已整改到位;
/// "all=" where the total may be of anything). "other" is a total of something that no claim
/// counts: what the sentence says of it is left out. "not_all": where these words reach into a
/// state of all (未能全部完成), nothing is stated. "year", first: a year that must be before that
/// of the inspection.
std::string check_claim_code(std::string_view code);

}  // namespace noticekit

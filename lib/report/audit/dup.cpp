// dup.intra: two findings of one notice that share their words. dup.inter is in corpus.cpp.
#include <algorithm>

#include "report/audit/check.hpp"
#include "report/audit/passages.hpp"

namespace noticekit::audit {
namespace {

constexpr std::size_t too_short = 40;  // fewer five-letter runs say nothing about a share

}  // namespace

bool dup_intra(Audited& a) {
  const auto least = static_cast<std::size_t>(a.check->limit("run", 20));
  const double most = a.check->limit("share", 0.6);
  SharedRuns runs(least);
  std::vector<std::unordered_set<std::uint64_t>> grams;
  for (std::size_t i = 0; i < a.n.findings.size(); ++i) {
    const Finding& f = a.n.findings[i];
    Letters letters;
    append_letters(a.n, f.problem, a.rules.stock, letters);
    if (f.detail) append_letters(a.n, *f.detail, a.rules.stock, letters);
    for (const Span s : a.answer_of(f)) append_letters(a.n, s, a.rules.stock, letters);
    grams.push_back(five_grams(letters));
    std::vector<std::size_t> told;
    for (const auto& found : runs.add(std::move(letters))) {
      a.raise("与{}有连续{}字相同：{}", "shares a run with {}, {} characters: {}",
              {a.n.findings[found.other].id, std::to_string(found.longest.size()),
               quoted(utf8_of(found.longest))},
              f.problem, static_cast<std::int32_t>(i));
      told.push_back(found.other);
    }
    for (std::size_t j = 0; j < i; ++j) {
      const std::size_t smaller = std::min(grams[i].size(), grams[j].size());
      if (smaller < too_short || std::find(told.begin(), told.end(), j) != told.end()) continue;
      const auto both =
          static_cast<double>(std::count_if(grams[i].begin(), grams[i].end(), [&](std::uint64_t g) {
            return grams[j].count(g) != 0;
          }));
      const double share = both / static_cast<double>(smaller);
      if (share >= most)
        a.raise("与{}有{}%的文字相同", "shares {}'s words by {}%",
                {a.n.findings[j].id, std::to_string(static_cast<int>(share * 100))}, f.problem,
                static_cast<std::int32_t>(i));
    }
  }
  return true;
}

}  // namespace noticekit::audit

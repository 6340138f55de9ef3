// Two runs side by side: which notices, findings, states and numbers differ. Comes after
// snapshot.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "noticekit/unread.hpp"
#include "report/changes/snapshot.hpp"

namespace noticekit::changes {

enum class Kind : std::uint8_t {
  notice_new,
  notice_gone,
  notice_republished,  ///< the same notice under another name or with another date
  finding_new,
  finding_gone,
  finding_reworded,
  status_moved,
  number_changed,
  date_changed,
  words_changed
};
/// "status_moved".
const char* kind_name(Kind kind);

/// One difference. Sides are empty where a notice does not state it.
struct Change {
  Kind kind{};
  std::string id, unit;  ///< of the notice now; of a gone one, then
  std::string finding;   ///< the problem; empty for the notice itself
  std::string what;      ///< which number, date or words
  std::string before, after;
  std::size_t line = 0;  ///< of the finding now; 0: none
};

/// Notices in the order of this run, gone ones after. A notice whose text is the same has not
/// changed, whatever other rules make of it. What `unread` hides is neither gone nor published
/// under another name.
std::vector<Change> compare(const std::vector<Snapshot>& before, const std::vector<Snapshot>& now,
                            const Unread& unread, Language lang);

}  // namespace noticekit::changes

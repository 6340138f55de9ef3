// The phrase sets that are no sign of copying wherever two texts share them: one JSON file each in
// lib/rules/data/similar/. To add one: a member, a row in `similar_slices`, a file.
#pragma once

#include "text/phrase.hpp"

namespace noticekit {

struct SimilarRules {
  PhraseSet set_phrases;  ///< words of policy that everybody has to use
  PhraseSet formulae;     ///< how such notices begin, lead over and end
};

struct SimilarSlice {
  const char* name;  ///< file name without ".json" under data/similar/
  PhraseSet SimilarRules::*set;
};

inline constexpr SimilarSlice similar_slices[] = {
    {"set_phrases", &SimilarRules::set_phrases},
    {"formulae", &SimilarRules::formulae},
};

}  // namespace noticekit

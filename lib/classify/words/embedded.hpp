// The word files compiled into the library; embed.cmake makes the table.
#pragma once

#include <span>

#include "classify/word_list.hpp"

namespace noticekit {

std::span<const EmbeddedWords> embedded_word_lists();

}  // namespace noticekit

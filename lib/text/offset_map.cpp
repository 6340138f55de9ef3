#include <algorithm>
#include <cassert>

#include "noticekit/text.hpp"

namespace noticekit {

inline std::uint32_t OffsetMap::text_size(std::size_t run) const {
  return (run + 1 < runs_.size() ? runs_[run + 1].text : text_end_) - runs_[run].text;
}

void OffsetMap::copy(std::uint32_t text, std::uint32_t source, std::uint32_t size) {
  if (size == 0) return;
  if (copying_) {
    Run& last = runs_.back();
    if (text - last.text == last.source_size && source - last.source == last.source_size) {
      last.source_size += size;
      return;
    }
  }
  assert(runs_.empty() || (runs_.back().text <= text && runs_.back().source <= source));
  runs_.push_back({text, source, size});
  copying_ = true;
}

void OffsetMap::replace(std::uint32_t text, std::uint32_t source, std::uint32_t source_size) {
  assert(runs_.empty() || (runs_.back().text <= text && runs_.back().source <= source));
  runs_.push_back({text, source, source_size});
  copying_ = false;
}

void OffsetMap::append(const OffsetMap& other, std::uint32_t begin, std::uint32_t end,
                       std::uint32_t text) {
  for (std::size_t i = other.run_at(begin); i < other.runs_.size(); ++i) {
    const Run& r = other.runs_[i];
    const std::uint32_t size = other.text_size(i);
    if (r.text >= end) break;
    if (r.text + size <= begin && size != 0) continue;
    const std::uint32_t from = std::max(r.text, begin);
    const std::uint32_t to = std::min(r.text + size, end);
    if (size == r.source_size) {
      copy(text + (from - begin), r.source + (from - r.text), to - from);
    } else {
      replace(text + (from - begin), r.source, r.source_size);
    }
  }
}

void OffsetMap::forget_from(std::uint32_t text) {
  bool ends_there = false;  // a run ends at `text`, which may be a replacement
  for (; !runs_.empty() && runs_.back().text >= text; runs_.pop_back())
    ends_there = runs_.back().text == text;
  if (!runs_.empty() && !ends_there && text - runs_.back().text < runs_.back().source_size &&
      copying_) {
    runs_.back().source_size = text - runs_.back().text;
  }
  copying_ = false;
}

void OffsetMap::finish(std::uint32_t text_end, std::vector<std::uint32_t> origin,
                       std::uint32_t shift) {
  text_end_ = text_end;
  origin_ = std::move(origin);
  shift_ = shift;
  copying_ = false;
}

std::size_t OffsetMap::run_at(std::uint32_t text) const {
  // A binary search whose steps are sums, not branches: where they go cannot be guessed.
  const Run* run = runs_.data();
  for (std::size_t n = runs_.size(); n > 1;) {
    const std::size_t half = n / 2;
    run += (run[half].text <= text ? half : 0);
    n -= half;
  }
  return static_cast<std::size_t>(run - runs_.data());
}

SourceSpan OffsetMap::to_decoded(Span span) const {
  if (runs_.empty()) return {};
  const std::size_t first = run_at(span.begin.value);
  const Run& a = runs_[first];
  const std::uint32_t size = text_size(first);
  // A copy is told from a replacement by its size on both sides; a replacement of equal size maps
  // alike.
  const bool copied = size == a.source_size;
  const std::uint32_t into = span.begin.value - a.text;
  const std::uint32_t begin = a.source + (copied ? std::min(into, a.source_size) : 0);
  if (span.empty()) return {begin, begin};
  const bool within = span.end.value - a.text <= size;
  if (within) return {begin, a.source + (copied ? span.end.value - a.text : a.source_size)};
  const std::size_t last = run_at(span.end.value - 1);
  const Run& b = runs_[last];
  const bool whole = text_size(last) != b.source_size;
  return {begin, b.source + (whole ? b.source_size : span.end.value - b.text)};
}

SourceSpan OffsetMap::to_source(Span span) const {
  const SourceSpan decoded = to_decoded(span);
  if (origin_.empty()) return {decoded.begin.value + shift_, decoded.end.value + shift_};
  const std::size_t begin = decoded.begin.value;
  std::size_t end = decoded.end.value;
  // Where one character of the file became several, a part of them still stands for all of it.
  if (end > begin) {
    while (end + 1 < origin_.size() && origin_[end] == origin_[end - 1]) ++end;
  }
  return {origin_[begin], origin_[end]};
}

}  // namespace noticekit

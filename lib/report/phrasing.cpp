#include "report/phrasing.hpp"

namespace noticekit {

void Remarks::say(std::string_view words) {
  if (words.empty()) return;
  if (!words_.empty()) words_ += lang_ == Language::en ? "; " : "；";
  words_ += words;
}

void Remarks::say(const Phrasing& before, std::string_view words) {
  say(std::string(before.in(lang_)) + std::string(words));
}

Cell Remarks::cell() const { return words_.empty() ? Cell() : Cell(words_); }

std::string one_line(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  std::size_t from = 0;
  for (std::size_t i = 0; (i = words.find('\n', i)) != std::string_view::npos; from = ++i) {
    out += words.substr(from, i - from);
    const bool latin = i > 0 && i + 1 < words.size() &&
                       static_cast<unsigned char>(words[i - 1]) < 0x80 &&
                       static_cast<unsigned char>(words[i + 1]) < 0x80;
    if (latin) out += ' ';
  }
  out += words.substr(from);
  return out;
}

Cell words_of(const Notice& notice, const Field& field) {
  if (!field || field->empty()) return {};
  return one_line(notice.view(*field));
}

Cell numbered(const Notice& notice, const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  if (spans.size() == 1) return one_line(notice.view(spans[0]));
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i != 0) out += '\n';
    out += std::to_string(i + 1) + ". ";
    out += one_line(notice.view(spans[i]));
  }
  return out;
}

Cell date_of(const Notice& notice, const std::optional<Date>& date) {
  if (!date) return {};
  if (!iso(*date).empty()) return *date;
  return words_of(notice, date->span);
}

Cell bodies_of(const Notice& notice) {
  std::string out;
  for (const Span body : notice.inspected_bodies) {
    if (!out.empty()) out += "、";
    out += one_line(notice.view(body));
  }
  return out.empty() ? Cell() : Cell(out);
}

Cell topics_of(const Labels* labels, std::size_t finding) {
  if (labels == nullptr || finding >= labels->findings.size()) return {};
  std::string out;
  for (const Label& topic : labels->findings[finding].topics) {
    if (!out.empty()) out += "、";
    out += topic.name.empty() ? topic.id : topic.name;
  }
  return out.empty() ? Cell() : Cell(out);
}

bool counts_in_statistics(const Labels* labels) {
  if (labels == nullptr || !labels->genre) return true;
  const std::string& genre = labels->genre->id;
  return genre == "rectification_notice" || genre == "rectification_report" ||
         genre == "rectification_summary";
}

std::string genre_words(const Labels* labels, Language lang) {
  if (labels == nullptr || !labels->genre) return {};
  const Label& genre = *labels->genre;
  if (lang == Language::zh) return genre.name.empty() ? genre.id : genre.name;
  std::string out = genre.id;
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  return out;
}

const char* status_words(StatusValue value, Language lang) {
  constexpr Phrasing words[] = {{"已完成", "completed"},
                                {"基本完成", "basically completed"},
                                {"阶段性完成/长期坚持", "phased or long-term"},
                                {"正在整改", "in progress"},
                                {"未完成", "not completed"},
                                {"", ""}};
  return words[static_cast<std::size_t>(value)].in(lang);
}

std::string documents(std::uint64_t n, Language lang) {
  if (lang == Language::zh) return std::to_string(n) + "份";
  return std::to_string(n) + (n == 1 ? " document" : " documents");
}

}  // namespace noticekit

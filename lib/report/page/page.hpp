// One self-contained page: no network, no script but its own. Comes after html.hpp.
#pragma once

#include <string>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit::page {

/// A part of a page with its heading; `body` is HTML.
struct Section {
  std::string id;  ///< plain letters
  std::string heading;
  std::string body;
};

/// Appends the whole page. Its policy lets nothing run or load but the style and script compiled
/// in, whatever the sections hold.
void put_page(std::string& out, const std::string& title, const std::string& lead,
              const std::vector<Section>& sections, Language lang);

/// Appends a table. Totals are its foot, errors are marked; numbers stand right.
void put_table(std::string& out, const Table& table, Language lang);

/// The style and the script, compiled in from page.css and page.js.
extern const char* const style;
extern const char* const script;

}  // namespace noticekit::page

// The JSON Schemas that --schema prints: one set of definitions, and which of them each program
// writes.
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "noticekit/record.hpp"
#include "record/embedded_schema.hpp"

namespace noticekit {

std::string record_schema(std::string_view program) {
  using Json = nlohmann::ordered_json;
  Json schema = Json::parse(embedded_schema());
  schema["title"] = "what notice-" + std::string(program) + " writes";
  const char* own = program == "normalize" ? "text" : "notice";
  if (program == "classify") {
    // Labels may be absent before classify(), never after it.
    schema["$defs"]["notice"]["required"].push_back("labels");
    schema["$defs"]["finding"]["required"].push_back("labels");
    schema["$defs"]["measure"]["required"].push_back("types");
  }
  for (const char* name : {own, "error", "passed_on"}) {
    schema["oneOf"].push_back({{"$ref", std::string("#/$defs/") + name}});
  }
  return schema.dump(1) + "\n";
}

}  // namespace noticekit

# Script mode: writes OUT, the JSON file IN as a C++ string.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
string(REGEX REPLACE "(................................................................................................................................)"
       "\\1\"\n\"" bytes "${bytes}")
file(WRITE ${OUT} "#include \"record/embedded_schema.hpp\"\n\nnamespace noticekit {\n\nstd::string_view embedded_schema() {\n  static constexpr char json[] =\n\"${bytes}\";\n  return {json, sizeof(json) - 1};\n}\n\n}  // namespace noticekit\n")

# Script mode: writes OUT, a C++ table of all JSON files under DIR.
file(GLOB_RECURSE files RELATIVE ${DIR} ${DIR}/*.json)
list(SORT files)
set(code "#include \"rules/embedded.hpp\"\n\nnamespace noticekit {\nnamespace {\n")
set(rows "")
set(n 0)
foreach(name IN LISTS files)
  file(READ ${DIR}/${name} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "(................................................................................................................................)"
         "\\1\"\n\"" bytes "${bytes}")
  string(APPEND code "constexpr char file_${n}[] =\n\"${bytes}\";\n")
  string(REGEX REPLACE "\\.json$" "" stem "${name}")
  string(APPEND rows "    {\"${stem}\", {file_${n}, sizeof(file_${n}) - 1}},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND code "constexpr EmbeddedFile files[] = {\n${rows}};\n}  // namespace\n\n"
       "std::span<const EmbeddedFile> embedded_rules() { return files; }\n\n}  // namespace noticekit\n")
file(WRITE ${OUT} "${code}")

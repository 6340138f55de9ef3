# Script mode: writes OUT, a C++ table of the word files DIR/*.txt with their SHA-256.
file(GLOB files RELATIVE ${DIR} ${DIR}/*.txt)
list(SORT files)
set(code "#include \"classify/words/embedded.hpp\"\n\nnamespace noticekit {\nnamespace {\n")
set(rows "")
foreach(name IN LISTS files)
  string(REGEX REPLACE "\\.txt$" "" kind "${name}")
  file(SHA256 ${DIR}/${name} sum)
  file(READ ${DIR}/${name} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "(................................................................................................................................)"
         "\\1\"\n\"" bytes "${bytes}")
  string(APPEND code "constexpr char words_of_${kind}[] =\n\"${bytes}\";\n")
  string(APPEND rows "    {\"${kind}\", {words_of_${kind}, sizeof(words_of_${kind}) - 1}, \"${sum}\"},\n")
endforeach()
string(APPEND code "constexpr EmbeddedWords lists[] = {\n${rows}};\n}  // namespace\n\n"
       "std::span<const EmbeddedWords> embedded_word_lists() { return lists; }\n\n}  // namespace noticekit\n")
file(WRITE ${OUT} "${code}")

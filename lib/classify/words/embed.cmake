# Script mode: writes OUT, the text file IN as a C++ string, and its SHA-256.
file(SHA256 ${IN} sum)
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
string(REGEX REPLACE "(................................................................................................................................)"
       "\\1\"\n\"" bytes "${bytes}")
file(WRITE ${OUT} "#include \"classify/measure_words.hpp\"\n\nnamespace noticekit::labelling {\n\nstd::string_view embedded_measure_words() {\n  static constexpr char words[] =\n\"${bytes}\";\n  return {words, sizeof(words) - 1};\n}\nstd::string_view embedded_measure_words_sum() { return \"${sum}\"; }\n\n}  // namespace noticekit::labelling\n")

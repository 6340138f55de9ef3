# Script mode: writes OUT, the C++ source of `style` and `script`, from page.css and page.js in DIR.
set(code "#include \"report/page/page.hpp\"\n\nnamespace noticekit::page {\n\n")
foreach(part "style;page.css" "script;page.js")
  list(GET part 0 name)
  list(GET part 1 file)
  file(READ ${DIR}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "(................................................................................................................................)"
         "\\1\"\n\"" bytes "${bytes}")
  string(APPEND code "const char* const ${name} =\n\"${bytes}\";\n")
endforeach()
string(APPEND code "\n}  // namespace noticekit::page\n")
file(WRITE ${OUT} "${code}")

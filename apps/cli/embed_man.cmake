# Writes OUT, a C++ source with man_parts(): the hand-written parts in DIR/<tool>.roff, cut at .SH OPTIONS.
file(GLOB parts ${DIR}/*.roff)
set(cases "")
foreach(part IN LISTS parts)
  get_filename_component(tool ${part} NAME_WE)
  file(READ ${part} text)
  string(FIND "${text}" ".SH OPTIONS\n" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "${part}: a line .SH OPTIONS must stand where the options go")
  endif()
  string(REPLACE ".SH OPTIONS\n" ")roff\",\n            R\"roff(" text "${text}")
  string(APPEND cases "  if (tool == \"${tool}\")\n    return {R\"roff(${text})roff\"};\n")
endforeach()
file(WRITE ${OUT} "#include \"cli/generate.hpp\"

namespace noticekit::cli {

ManParts man_parts(const std::string& tool) {
${cases}  return {};
}

}  // namespace noticekit::cli
")

# noticekit_embed_rules(TARGET DIR): compiles every DIR/**/*.json into TARGET, with CMake alone.
# A changed rule file rebuilds the table; a new one is found at the next build.
set(NOTICEKIT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake)

function(noticekit_embed_rules target dir)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${dir}/*.json)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
  add_custom_command(
    OUTPUT ${table}
    COMMAND ${CMAKE_COMMAND} -D DIR=${dir} -D OUT=${table} -P ${NOTICEKIT_EMBED_SCRIPT}
    DEPENDS ${files} ${NOTICEKIT_EMBED_SCRIPT}
    COMMENT "Embedding rule data"
    VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()

# SPDX-License-Identifier: MIT

# fearless_catalogue(FOLDER OUT): writes the catalogue of the specification, FOLDER/claims.json, and the sources of its listings,
# FOLDER/listings/<id>.cpp, at configure time and again whenever the text changes. OUT receives the ids of the listings that run.
# A file with unchanged content is not written, so that nothing is rebuilt.
function(fearless_catalogue folder out)
  find_program(FEARLESS_PANDOC pandoc DOC "makes the catalogue and the pages from the text")
  if(NOT FEARLESS_PANDOC)
    message(FATAL_ERROR "pandoc is missing; install it with `apt-get install pandoc`, or configure with -DFEARLESS_CONFORMANCE=OFF")
  endif()
  set(writer "${PROJECT_SOURCE_DIR}/spec/site/catalogue.lua")
  file(GLOB texts CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/spec/*.md")
  list(REMOVE_ITEM texts spec/index.md)
  list(APPEND texts docs/glossary.md)
  foreach(module catalogue glossary json marker_rows)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/spec/site/${module}.lua")
  endforeach()

  set(catalogue [[{"chapters": []}]])
  set(runs "")
  set(number 0)
  foreach(text IN LISTS texts)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${text}")
    execute_process(COMMAND "${FEARLESS_PANDOC}" --from markdown --to "${writer}" "${text}" WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
                    OUTPUT_VARIABLE chapter COMMAND_ERROR_IS_FATAL ANY)
    string(JSON catalogue SET "${catalogue}" chapters ${number} "${chapter}")
    math(EXPR number "${number} + 1")

    string(JSON count LENGTH "${chapter}" listings)
    set(index 0)
    while(index LESS count)
      string(JSON id GET "${chapter}" listings ${index} id)
      string(JSON source GET "${chapter}" listings ${index} source)
      string(JSON kind GET "${chapter}" listings ${index} kind)
      file(CONFIGURE OUTPUT "${folder}/listings/${id}.cpp" CONTENT "${source}\n" @ONLY)
      if(kind STREQUAL "runs")
        list(APPEND runs "${id}")
      endif()
      math(EXPR index "${index} + 1")
    endwhile()
  endforeach()
  file(CONFIGURE OUTPUT "${folder}/claims.json" CONTENT "${catalogue}\n" @ONLY)
  set(${out} "${runs}" PARENT_SCOPE)
endfunction()

# SPDX-License-Identifier: MIT

# fearless_catalogue(FOLDER OUT): makes the catalogue of the text's claims, FOLDER/claims.json, and the sources of its listings,
# FOLDER/listings/<id>.cpp, when the project is configured, and again whenever the text changes. OUT gets the ids of the listings that
# run. A file whose content stays the same is left alone, so that nothing is rebuilt for it.
function(fearless_catalogue folder out)
  find_program(FEARLESS_PANDOC pandoc DOC "turns the text into the catalogue and the pages")
  if(NOT FEARLESS_PANDOC)
    message(FATAL_ERROR "pandoc is missing: install it with `apt-get install pandoc`, or configure with -DFEARLESS_CONFORMANCE=OFF")
  endif()
  set(writer "${PROJECT_SOURCE_DIR}/spec/site/catalogue.lua")
  file(GLOB chapters CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/spec/*.md")
  list(REMOVE_ITEM chapters spec/index.md)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${writer}")

  set(objects "")
  set(runs "")
  foreach(chapter IN LISTS chapters)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${chapter}")
    execute_process(COMMAND "${FEARLESS_PANDOC}" --from markdown --to "${writer}" "${chapter}" WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
                    OUTPUT_VARIABLE object COMMAND_ERROR_IS_FATAL ANY)
    string(JSON count LENGTH "${object}" listings)
    set(index 0)
    while(index LESS count)
      string(JSON id GET "${object}" listings ${index} id)
      string(JSON source GET "${object}" listings ${index} source)
      string(JSON kind GET "${object}" listings ${index} kind)
      file(CONFIGURE OUTPUT "${folder}/listings/${id}.cpp" CONTENT "${source}\n" @ONLY)
      if(kind STREQUAL "runs")
        list(APPEND runs "${id}")
      endif()
      math(EXPR index "${index} + 1")
    endwhile()
    string(APPEND objects "${object},")
  endforeach()
  string(REGEX REPLACE ",$" "" objects "${objects}")
  file(CONFIGURE OUTPUT "${folder}/claims.json" CONTENT "{\"chapters\":[${objects}]}\n" @ONLY)
  set(${out} "${runs}" PARENT_SCOPE)
endfunction()

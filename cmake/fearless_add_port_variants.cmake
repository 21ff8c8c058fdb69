# SPDX-License-Identifier: MIT
include(fearless_flavours)
include(fearless_separate_files)

# fearless_add_port_variants(KIND): builds the .cpp files of conformance/KIND into one library for each flavour, whose ports are the
# reference's with some of their entries replaced. KIND/<flavour>/<file>.so is a link to the library: the name under which it is loaded selects
# the port. The target KIND builds the libraries. The target `all` does so too, unless the instrumented suite is missing: then only the plain
# suite can judge them, and they are built on request.
function(fearless_add_port_variants kind)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/conformance/${kind}/*.cpp")
  set(include "${PROJECT_SOURCE_DIR}/conformance/mutants/include")
  add_custom_target(${kind})
  set(on_request OFF)
  if(NOT "instrumented" IN_LIST FEARLESS_FLAVOURS)
    set(on_request ON)
  endif()
  foreach(flavour IN LISTS FEARLESS_FLAVOURS)
    set(target "${kind}_${flavour}")
    add_library(${target} MODULE ${files} "${include}/selected_port.cpp")
    set_source_files_properties("${include}/selected_port.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    target_include_directories(${target} PRIVATE "${include}")
    target_link_libraries(${target} PRIVATE reference_port_${flavour} ${CMAKE_DL_LIBS})
    fearless_flavour(${target} ${flavour})
    fearless_separate_files(${target} ${files})
    set_target_properties(
      ${target}
      PROPERTIES UNITY_BUILD ON
                 LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${kind}"
                 PREFIX ""
                 DEFINE_SYMBOL ""
                 CXX_VISIBILITY_PRESET hidden
                 EXCLUDE_FROM_ALL ${on_request})
    add_dependencies(${kind} ${target})

    set(links "${PROJECT_BINARY_DIR}/${kind}/${flavour}")
    file(REMOVE_RECURSE "${links}")
    file(MAKE_DIRECTORY "${links}")
    foreach(file IN LISTS files)
      get_filename_component(name "${file}" NAME_WLE)
      file(CREATE_LINK "../${target}.so" "${links}/${name}.so" SYMBOLIC)
    endforeach()
  endforeach()
endfunction()

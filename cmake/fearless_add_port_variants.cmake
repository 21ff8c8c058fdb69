# SPDX-License-Identifier: MIT
include(fearless_flavours)
include(fearless_separate_files)

# fearless_add_port_library(TARGET FLAVOUR FOLDER FILE…): builds the files into one library in the folder, whose ports are the reference's with
# some of their entries replaced. The name under which it is loaded selects the port.
function(fearless_add_port_library target flavour folder)
  set(include "${PROJECT_SOURCE_DIR}/conformance/mutants/include")
  add_library(${target} MODULE ${ARGN} "${include}/selected_port.cpp")
  set_source_files_properties("${include}/selected_port.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  # A variant may be made of parts of the reference that are not behind its port.
  target_include_directories(${target} PRIVATE "${include}" "${PROJECT_SOURCE_DIR}/impl/reference/include")
  target_link_libraries(${target} PRIVATE reference_port_${flavour} ${CMAKE_DL_LIBS})
  fearless_flavour(${target} ${flavour})
  fearless_separate_files(${target} ${ARGN})
  set_target_properties(
    ${target}
    PROPERTIES UNITY_BUILD ON
               LIBRARY_OUTPUT_DIRECTORY "${folder}"
               PREFIX ""
               DEFINE_SYMBOL ""
               CXX_VISIBILITY_PRESET hidden)
endfunction()

# fearless_add_port_variants(KIND): builds the .cpp files of conformance/KIND. KIND/<flavour>/<file>.so is a link to a library of all of them. A
# file that hides something from the race detector, by annotations or by functions without instrumentation, has a library of its own, since the
# certifier rejects such a library. The target KIND builds the libraries. The target `all` does so too, unless the instrumented suite is missing: then only the plain suite can judge them, and
# they are built on request.
function(fearless_add_port_variants kind)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/conformance/${kind}/*.cpp")
  set(together "")
  set(alone "")
  foreach(file IN LISTS files)
    file(STRINGS "${file}" hiding REGEX "__tsan_|no_sanitize" LIMIT_COUNT 1)
    if(hiding)
      list(APPEND alone "${file}")
    else()
      list(APPEND together "${file}")
    endif()
  endforeach()
  add_custom_target(${kind})
  set(on_request OFF)
  if(NOT "instrumented" IN_LIST FEARLESS_FLAVOURS)
    set(on_request ON)
  endif()
  foreach(flavour IN LISTS FEARLESS_FLAVOURS)
    set(libraries "${kind}_${flavour}")
    set(links "${PROJECT_BINARY_DIR}/${kind}/${flavour}")
    fearless_add_port_library(${kind}_${flavour} ${flavour} "${PROJECT_BINARY_DIR}/${kind}" ${together})
    # Links of files that no longer exist.
    file(GLOB old "${links}/*.so")
    foreach(link IN LISTS old)
      if(IS_SYMLINK "${link}")
        file(REMOVE "${link}")
      endif()
    endforeach()
    file(MAKE_DIRECTORY "${links}")
    foreach(file IN LISTS together)
      get_filename_component(name "${file}" NAME_WLE)
      file(REMOVE "${links}/${name}.so")
      file(CREATE_LINK "../${kind}_${flavour}.so" "${links}/${name}.so" SYMBOLIC)
    endforeach()
    foreach(file IN LISTS alone)
      get_filename_component(name "${file}" NAME_WLE)
      fearless_add_port_library(${kind}_${name}_${flavour} ${flavour} "${links}" "${file}")
      set_target_properties(${kind}_${name}_${flavour} PROPERTIES OUTPUT_NAME "${name}")
      list(APPEND libraries ${kind}_${name}_${flavour})
    endforeach()
    set_target_properties(${libraries} PROPERTIES EXCLUDE_FROM_ALL ${on_request})
    add_dependencies(${kind} ${libraries})
  endforeach()
endfunction()

# SPDX-License-Identifier: MIT
include("${CMAKE_CURRENT_LIST_DIR}/fearless_flavours.cmake")

# _fearless_json_text(OUT TEXT): the text as a JSON string.
function(_fearless_json_text out text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "\n" "\\n" text "${text}")
  string(REPLACE "\t" "\\t" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

# _fearless_json_set(OBJECT TEXT KEY…): sets the member at the end of the keys to the text. OBJECT names a variable.
function(_fearless_json_set object text)
  _fearless_json_text(quoted "${text}")
  string(JSON ${object} SET "${${object}}" ${ARGN} "${quoted}")
  set(${object} "${${object}}" PARENT_SCOPE)
endfunction()

# _fearless_json_set_list(OBJECT TEXTS KEY…): the same with a list of texts, of which TEXTS names the variable.
function(_fearless_json_set_list object texts)
  set(array "[]")
  set(length 0)
  foreach(text IN LISTS ${texts})
    _fearless_json_text(quoted "${text}")
    string(JSON array SET "${array}" ${length} "${quoted}")
    math(EXPR length "${length} + 1")
  endforeach()
  string(JSON ${object} SET "${${object}}" ${ARGN} "${array}")
  set(${object} "${${object}}" PARENT_SCOPE)
endfunction()

# fearless_add_implementation(NAME [DESCRIPTION text] [HOMEPAGE address] [LANGUAGE language] [SOURCES file…] [PLAIN_ONLY] [HOUSEKEEPING]
# [INCLUDE folder…] [LINK target…] [DEFINE definition…] [PLAIN file] [INSTRUMENTED file] [DEPENDS file or target…] [NATIVE_BINDINGS folder…]
# [NATIVE_FLAGS flag…] [CRATE file] [RUSTC file] [EXPLANATIONS file] [NEEDS package…] [PROFILE profile] [JOBS number] [EXPECT claim…])
#
# Builds an implementation behind the port and writes implementations/NAME.json, where `fearless certify NAME` finds it. The target
# implementation_NAME builds it; the target implementations builds all of them.
#
# SOURCES are built twice, plain and instrumented for ThreadSanitizer. With PLAIN_ONLY the instrumented library is left out: use it for code
# that can't be instrumented, where the detector would report false races. PLAIN and INSTRUMENTED name libraries that something else builds;
# DEPENDS names what builds them. Without SOURCES, PLAIN and INSTRUMENTED there is no port, and only the compile-time cases are judged. NEEDS
# names the Debian packages that are missing here for a library that could not be built.
#
# HOUSEKEEPING says that the threads which the runtime starts while the library is loaded only keep house: none of them ever wakes a thread that
# waits in an operation of the port. A deadlock is then recognised beside them.
#
# NATIVE_BINDINGS names the include folders for the compile-time cases; one of them has native.hpp. NATIVE_FLAGS are the flags to compile and
# link a program that uses these names. An implementation in Rust names the root of its crate `native` as CRATE instead, and its compiler as
# RUSTC if that is not the one on PATH. LANGUAGE is the language shown in results; the default is rust with a CRATE and cpp otherwise.
# EXPLANATIONS names the file that explains the claims that do not hold; the default is explanations.json beside the caller.
#
# With an installed Fearless it also adds the test fearless.NAME, which certifies the implementation: by the claims of PROFILE only, with so
# many JOBS at once. EXPECT names claims that fail, each with an explanation. The test then passes as long as nothing else fails, and fails if
# one of these claims holds.
function(fearless_add_implementation name)
  cmake_parse_arguments(
    PARSE_ARGV 1 implementation "PLAIN_ONLY;HOUSEKEEPING"
    "DESCRIPTION;HOMEPAGE;LANGUAGE;PLAIN;INSTRUMENTED;CRATE;RUSTC;EXPLANATIONS;PROFILE;JOBS"
    "SOURCES;INCLUDE;LINK;DEFINE;DEPENDS;NATIVE_BINDINGS;NATIVE_FLAGS;NEEDS;EXPECT")
  if(implementation_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "fearless_add_implementation(${name}): unknown arguments: ${implementation_UNPARSED_ARGUMENTS}")
  endif()
  set(folder "${PROJECT_BINARY_DIR}/implementations")
  file(REMOVE "${folder}/${name}.missing.json")
  add_custom_target(implementation_${name} DEPENDS ${implementation_DEPENDS})
  if(NOT TARGET implementations)
    add_custom_target(implementations)
  endif()
  add_dependencies(implementations implementation_${name})

  set(language cpp)
  if(implementation_CRATE)
    set(language rust)
  endif()
  if(implementation_LANGUAGE)
    set(language "${implementation_LANGUAGE}")
  endif()
  set(json "{}")
  _fearless_json_set(json "${name}" name)
  _fearless_json_set(json "${language}" language)
  if(implementation_DESCRIPTION)
    _fearless_json_set(json "${implementation_DESCRIPTION}" description)
  endif()
  if(implementation_HOMEPAGE)
    _fearless_json_set(json "${implementation_HOMEPAGE}" homepage)
  endif()

  set(libraries "{}")
  if(implementation_SOURCES)
    set(flavours ${FEARLESS_FLAVOURS})
    if(implementation_PLAIN_ONLY)
      set(flavours plain)
    elseif(NOT "instrumented" IN_LIST flavours)
      message(STATUS "fearless_add_implementation(${name}): ${CMAKE_CXX_COMPILER_ID} builds the plain library only, so ${name} will not be "
                     "race-checked: the suite was built with Clang's ThreadSanitizer; configure with -DCMAKE_CXX_COMPILER=clang++-19")
    endif()
    foreach(flavour IN LISTS flavours)
      set(target "implementation_${name}_${flavour}")
      add_library(${target} MODULE ${implementation_SOURCES})
      target_include_directories(${target} PRIVATE ${implementation_INCLUDE})
      target_link_libraries(${target} PRIVATE fearless::port Threads::Threads ${implementation_LINK})
      target_compile_definitions(${target} PRIVATE ${implementation_DEFINE})
      fearless_flavour(${target} ${flavour})
      set_target_properties(
        ${target}
        PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${folder}/${name}/${flavour}"
                   OUTPUT_NAME "${name}"
                   C_VISIBILITY_PRESET hidden
                   CXX_VISIBILITY_PRESET hidden
                   VISIBILITY_INLINES_HIDDEN ON)
      add_dependencies(implementation_${name} ${target})
      _fearless_json_set(libraries "${name}/${flavour}/lib${name}.so" ${flavour})
    endforeach()
  endif()
  if(implementation_PLAIN)
    _fearless_json_set(libraries "${implementation_PLAIN}" plain)
  endif()
  if(implementation_INSTRUMENTED AND "instrumented" IN_LIST FEARLESS_FLAVOURS)
    _fearless_json_set(libraries "${implementation_INSTRUMENTED}" instrumented)
  endif()
  if(NOT libraries STREQUAL "{}")
    string(JSON json SET "${json}" libraries "${libraries}")
  endif()

  if(implementation_CRATE OR implementation_NATIVE_BINDINGS)
    string(JSON json SET "${json}" native_bindings "{}")
    _fearless_json_set_list(json implementation_NATIVE_FLAGS native_bindings flags)
  endif()
  if(implementation_CRATE)
    _fearless_json_set(json "${implementation_CRATE}" native_bindings crate)
    if(implementation_RUSTC)
      _fearless_json_set(json "${implementation_RUSTC}" native_bindings rustc)
    endif()
  elseif(implementation_NATIVE_BINDINGS)
    _fearless_json_set_list(json implementation_NATIVE_BINDINGS native_bindings include)
  endif()

  if(NOT implementation_EXPLANATIONS)
    file(GLOB implementation_EXPLANATIONS CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/explanations.json")
  endif()
  if(implementation_EXPLANATIONS)
    cmake_path(ABSOLUTE_PATH implementation_EXPLANATIONS)
    _fearless_json_set(json "${implementation_EXPLANATIONS}" explanations)
  endif()
  if(implementation_HOUSEKEEPING)
    string(JSON json SET "${json}" housekeeping true)
  endif()
  if(implementation_NEEDS)
    _fearless_json_set_list(json implementation_NEEDS needs)
  endif()
  # Generated, so that paths may be generator expressions.
  file(GENERATE OUTPUT "${folder}/${name}.json" CONTENT "${json}\n")
  if(TARGET fearless::certifier)
    set(options "")
    foreach(option IN ITEMS profile jobs)
      string(TOUPPER ${option} argument)
      if(implementation_${argument})
        list(APPEND options --${option} "${implementation_${argument}}")
      endif()
    endforeach()
    foreach(claim IN LISTS implementation_EXPECT)
      list(APPEND options --expect "${claim}")
    endforeach()
    add_test(NAME fearless.${name} COMMAND fearless::certifier certify "${folder}/${name}.json" ${options}
             WORKING_DIRECTORY "${PROJECT_BINARY_DIR}")
  endif()
endfunction()

# fearless_missing_implementation(NAME PACKAGES package…)
#
# Records in implementations/NAME.missing.json that an implementation can't be built here until these Debian packages are installed;
# `fearless certify NAME` lists them. `./fearless` configures again before it reports them, so it finds packages installed since.
function(fearless_missing_implementation name)
  cmake_parse_arguments(PARSE_ARGV 1 missing "" "" "PACKAGES")
  set(folder "${PROJECT_BINARY_DIR}/implementations")
  file(REMOVE "${folder}/${name}.json")
  set(json "{}")
  _fearless_json_set(json "${name}" name)
  _fearless_json_set_list(json missing_PACKAGES packages)
  file(GENERATE OUTPUT "${folder}/${name}.missing.json" CONTENT "${json}\n")
endfunction()

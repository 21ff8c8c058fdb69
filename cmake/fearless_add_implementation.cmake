# SPDX-License-Identifier: MIT
include("${CMAKE_CURRENT_LIST_DIR}/fearless_flavours.cmake")

# fearless_add_implementation(NAME [DESCRIPTION text] [HOMEPAGE address] [LANGUAGE language] [SOURCES file…] [PLAIN_ONLY]
# [INCLUDE folder…] [LINK target…] [DEFINE definition…] [PLAIN file] [INSTRUMENTED file] [DEPENDS file or target…] [NATIVE_BINDINGS folder…]
# [NATIVE_FLAGS flag…] [CRATE file] [RUSTC file] [EXPLANATIONS file] [NEEDS package…])
#
# Builds an implementation behind the port, once for each flavour, and writes implementations/NAME.json, by which `fearless certify NAME`
# finds it. The target implementation_NAME builds it, the target implementations all of them. With PLAIN_ONLY there is no instrumented
# one: it is for what can't be instrumented, and its races would be false. What something else builds than SOURCES is handed in as PLAIN
# and INSTRUMENTED, with DEPENDS on whatever builds it. With neither it has no port, and only what a compiler decides is judged. NEEDS
# names the packages of Debian for want of which a library is not built here.
#
# NATIVE_BINDINGS names the include folders of the compile-time pairs, one of which holds native.hpp; NATIVE_FLAGS are what a program that
# uses these names is compiled and linked with. One in Rust names the root of its crate `native` as CRATE instead, and as RUSTC the
# compiler that it is for, where that is not the one on PATH. LANGUAGE is what the verdict says that it is in: cpp if nothing is said, rust
# with a CRATE. EXPLANATIONS says of claims why they do not hold here, and what that means to a user; explanations.json beside the caller
# is taken where nothing is said.
#
# From an installed Fearless it makes the test fearless.NAME too, which certifies it.
function(fearless_add_implementation name)
  cmake_parse_arguments(
    PARSE_ARGV 1 implementation "PLAIN_ONLY" "DESCRIPTION;HOMEPAGE;LANGUAGE;PLAIN;INSTRUMENTED;CRATE;RUSTC;EXPLANATIONS"
    "SOURCES;INCLUDE;LINK;DEFINE;DEPENDS;NATIVE_BINDINGS;NATIVE_FLAGS;NEEDS")
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

  set(libraries "")
  if(implementation_SOURCES)
    set(flavours ${FEARLESS_FLAVOURS})
    if(implementation_PLAIN_ONLY)
      set(flavours plain)
    endif()
    foreach(flavour IN LISTS flavours)
      set(target "implementation_${name}_${flavour}")
      add_library(${target} MODULE ${implementation_SOURCES})
      target_include_directories(${target} PRIVATE ${implementation_INCLUDE})
      target_link_libraries(${target} PRIVATE fearless::port Threads::Threads ${implementation_LINK})
      target_compile_definitions(${target} PRIVATE ${implementation_DEFINE})
      fearless_flavour(${target} ${flavour})
      set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${folder}/${name}/${flavour}" OUTPUT_NAME "${name}"
                                                 CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
      add_dependencies(implementation_${name} ${target})
      list(APPEND libraries "    \"${flavour}\": \"${name}/${flavour}/lib${name}.so\"")
    endforeach()
  endif()
  if(implementation_PLAIN)
    list(APPEND libraries "    \"plain\": \"${implementation_PLAIN}\"")
  endif()
  if(implementation_INSTRUMENTED AND "instrumented" IN_LIST FEARLESS_FLAVOURS)
    list(APPEND libraries "    \"instrumented\": \"${implementation_INSTRUMENTED}\"")
  endif()
  list(JOIN libraries ",\n" libraries)
  list(TRANSFORM implementation_NATIVE_BINDINGS REPLACE "(.+)" "\"\\1\"")
  list(JOIN implementation_NATIVE_BINDINGS ", " native_bindings)
  list(TRANSFORM implementation_NATIVE_FLAGS REPLACE "(.+)" "\"\\1\"")
  list(JOIN implementation_NATIVE_FLAGS ", " native_flags)
  set(language cpp)
  if(implementation_CRATE)
    set(language rust)
  endif()
  if(implementation_LANGUAGE)
    set(language "${implementation_LANGUAGE}")
  endif()
  set(text "{\n  \"name\": \"${name}\",\n  \"language\": \"${language}\"")
  if(implementation_DESCRIPTION)
    string(APPEND text ",\n  \"description\": \"${implementation_DESCRIPTION}\"")
  endif()
  if(implementation_HOMEPAGE)
    string(APPEND text ",\n  \"homepage\": \"${implementation_HOMEPAGE}\"")
  endif()
  if(libraries)
    string(APPEND text ",\n  \"libraries\": {\n${libraries}\n  }")
  endif()
  if(implementation_CRATE)
    string(APPEND text ",\n  \"native_bindings\": { \"crate\": \"${implementation_CRATE}\", \"flags\": [${native_flags}]")
    if(implementation_RUSTC)
      string(APPEND text ", \"rustc\": \"${implementation_RUSTC}\"")
    endif()
    string(APPEND text " }")
  elseif(native_bindings)
    string(APPEND text ",\n  \"native_bindings\": { \"include\": [${native_bindings}], \"flags\": [${native_flags}] }")
  endif()
  if(NOT implementation_EXPLANATIONS)
    file(GLOB implementation_EXPLANATIONS CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/explanations.json")
  endif()
  if(implementation_EXPLANATIONS)
    cmake_path(ABSOLUTE_PATH implementation_EXPLANATIONS)
    string(APPEND text ",\n  \"explanations\": \"${implementation_EXPLANATIONS}\"")
  endif()
  if(implementation_NEEDS)
    list(TRANSFORM implementation_NEEDS REPLACE "(.+)" "\"\\1\"")
    list(JOIN implementation_NEEDS ", " needs)
    string(APPEND text ",\n  \"needs\": [${needs}]")
  endif()
  file(GENERATE OUTPUT "${folder}/${name}.json" CONTENT "${text}\n}\n")
  if(TARGET fearless::certifier)
    add_test(NAME fearless.${name} COMMAND fearless::certifier certify "${folder}/${name}.json" WORKING_DIRECTORY "${PROJECT_BINARY_DIR}")
  endif()
endfunction()

# fearless_missing_implementation(NAME PACKAGES package…)
#
# Says of an implementation that it can't be built here for want of these of Debian's packages, by implementations/NAME.missing.json:
# `fearless certify NAME` names them. `./fearless` configures again before it says so, and thus finds what was installed since.
function(fearless_missing_implementation name)
  cmake_parse_arguments(PARSE_ARGV 1 missing "" "" "PACKAGES")
  set(folder "${PROJECT_BINARY_DIR}/implementations")
  file(REMOVE "${folder}/${name}.json")
  list(TRANSFORM missing_PACKAGES REPLACE "(.+)" "\"\\1\"")
  list(JOIN missing_PACKAGES ", " packages)
  file(CONFIGURE OUTPUT "${folder}/${name}.missing.json" CONTENT "{ \"name\": \"${name}\", \"packages\": [${packages}] }\n")
endfunction()

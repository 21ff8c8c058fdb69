# SPDX-License-Identifier: MIT
include(fearless_flavours)

# fearless_add_implementation(NAME [SOURCES file…] [INCLUDE folder…] [VOCABULARY folder…] [VOCABULARY_FLAGS flag…] [LINK target…]
# [DEFINE definition…] [CRATE file])
#
# Builds an implementation behind the port, once for each flavour, and writes implementations/NAME.json, by which `fearless certify NAME`
# finds it. VOCABULARY names the include folders of the compile-time pairs, one of which holds subject.hpp; VOCABULARY_FLAGS are what
# a program that uses these names is compiled and linked with. One in Rust names the root of its crate `subject` as CRATE instead.
# Without SOURCES it has no port, and only what a compiler decides is judged.
function(fearless_add_implementation name)
  cmake_parse_arguments(PARSE_ARGV 1 implementation "" "DESCRIPTION;CRATE" "SOURCES;INCLUDE;VOCABULARY;VOCABULARY_FLAGS;LINK;DEFINE")
  set(folder "${Fearless_BINARY_DIR}/implementations")
  set(libraries "")
  if(implementation_SOURCES)
    foreach(flavour IN LISTS FEARLESS_FLAVOURS)
      set(target "implementation_${name}_${flavour}")
      add_library(${target} MODULE ${implementation_SOURCES})
      target_include_directories(${target} PRIVATE ${implementation_INCLUDE})
      target_link_libraries(${target} PRIVATE fearless::port Threads::Threads ${implementation_LINK})
      target_compile_definitions(${target} PRIVATE ${implementation_DEFINE})
      fearless_flavour(${target} ${flavour})
      set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${folder}/${name}/${flavour}" OUTPUT_NAME "${name}"
                                                 CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
      list(APPEND libraries "    \"${flavour}\": \"${name}/${flavour}/lib${name}.so\"")
    endforeach()
  endif()
  list(JOIN libraries ",\n" libraries)
  list(TRANSFORM implementation_VOCABULARY REPLACE "(.+)" "\"\\1\"")
  list(JOIN implementation_VOCABULARY ", " vocabulary)
  list(TRANSFORM implementation_VOCABULARY_FLAGS REPLACE "(.+)" "\"\\1\"")
  list(JOIN implementation_VOCABULARY_FLAGS ", " vocabulary_flags)
  set(language cpp)
  if(implementation_CRATE)
    set(language rust)
  endif()
  set(text "{\n  \"name\": \"${name}\",\n  \"language\": \"${language}\",\n  \"description\": \"${implementation_DESCRIPTION}\"")
  if(libraries)
    string(APPEND text ",\n  \"libraries\": {\n${libraries}\n  }")
  endif()
  if(implementation_CRATE)
    string(APPEND text ",\n  \"vocabulary\": { \"crate\": \"${implementation_CRATE}\", \"flags\": [${vocabulary_flags}] }")
  elseif(vocabulary)
    string(APPEND text ",\n  \"vocabulary\": { \"include\": [${vocabulary}], \"flags\": [${vocabulary_flags}] }")
  endif()
  file(GENERATE OUTPUT "${folder}/${name}.json" CONTENT "${text}\n}\n")
endfunction()

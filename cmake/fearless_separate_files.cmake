# SPDX-License-Identifier: MIT

# fearless_separate_files(TARGET FILE…): lets unity builds of the target put each of these files into a namespace of its own, since two of
# them may use the same name. A header must not be read inside a namespace, so the headers of all files come first.
function(fearless_separate_files target)
  set(headers "${CMAKE_CURRENT_BINARY_DIR}/${target}_headers.hpp")
  set(includes "")
  foreach(source IN LISTS ARGN)
    file(STRINGS "${source}" of_source REGEX "^#include ")
    list(APPEND includes ${of_source})
  endforeach()
  list(REMOVE_DUPLICATES includes)
  list(JOIN includes "\n" includes)
  file(CONFIGURE OUTPUT "${headers}" CONTENT "#pragma once\n@includes@\n" @ONLY)
  set(batch 16)
  if(CMAKE_UNITY_BUILD_BATCH_SIZE)
    set(batch "${CMAKE_UNITY_BUILD_BATCH_SIZE}")
  endif()
  set_target_properties(
    ${target}
    PROPERTIES UNITY_BUILD_BATCH_SIZE ${batch} UNITY_BUILD_UNIQUE_ID one_file UNITY_BUILD_CODE_BEFORE_INCLUDE
                                                                              "#include \"${headers}\"\nnamespace one_file {"
               UNITY_BUILD_CODE_AFTER_INCLUDE "}")
endfunction()

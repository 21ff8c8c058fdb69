# SPDX-License-Identifier: MIT

# What runs under the race detector is built twice: plain, and instrumented for ThreadSanitizer. The instrumented host needs Clang.
if("${CMAKE_CXX_COMPILER_ID}" STREQUAL "Clang" OR ("${CMAKE_CXX_COMPILER_ID}" STREQUAL "" AND "${CMAKE_C_COMPILER_ID}" STREQUAL "Clang"))
  set(FEARLESS_FLAVOURS plain instrumented)
else()
  set(FEARLESS_FLAVOURS plain)
endif()

# fearless_flavour(TARGET FLAVOUR): gives the target the flags of its flavour.
function(fearless_flavour target flavour)
  if(flavour STREQUAL "instrumented")
    target_compile_options(${target} PRIVATE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=thread)
    # Tools that read the code need to read it only once.
    set_target_properties(${target} PROPERTIES EXPORT_COMPILE_COMMANDS OFF)
  endif()
  # File names in messages and results are those of the source tree, wherever it lies.
  target_compile_options(${target} PRIVATE "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" "-fdebug-prefix-map=${PROJECT_BINARY_DIR}=.")
endfunction()

# SPDX-License-Identifier: MIT
# Configures the project beside this file, and compares the JSON that it writes with the arguments.
# Usage: cmake -DFEARLESS=SOURCE_FOLDER -DSCRATCH=FOLDER -DCOMPILER=cc -P check.cmake
file(REMOVE_RECURSE "${SCRATCH}")
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${SCRATCH}" "-DFEARLESS=${FEARLESS}"
                        "-DCMAKE_C_COMPILER=${COMPILER}" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

# expect(FILE EXPECTED KEY…): the member at the end of the keys.
function(expect file expected)
  file(READ "${SCRATCH}/implementations/${file}" json)
  string(JSON actual GET "${json}" ${ARGN})
  if(NOT actual STREQUAL expected)
    message(SEND_ERROR "${file}: ${ARGN}: expected `${expected}`, found `${actual}`")
  endif()
endfunction()

expect(quoted.json quoted name)
expect(quoted.json cpp language)
expect(quoted.json [[a "b" \ c]] description)
expect(quoted.json "https://example.org/?a=1&b=<c>" homepage)
expect(quoted.json "${SCRATCH}/libbuilt.so" libraries plain)
expect(quoted.json [[C:\native]] native_bindings include 0)
expect(quoted.json [["quoted"]] native_bindings include 1)
expect(quoted.json [[-DTEXT="a b"]] native_bindings flags 0)
expect(quoted.json "${SCRATCH}/libbuilt.so" native_bindings flags 1)
expect(quoted.json two-dev needs 1)
expect(in-rust.json rust language)
expect(in-rust.json "one line\nand a\ttab" description)
expect(in-rust.json native.rs native_bindings crate)
expect(in-rust.json rustc-1.63 native_bindings rustc)
expect(missing.missing.json missing name)
expect(missing.missing.json two-dev packages 1)

# expect_test(NAME EXPECTED): the options of the test of an implementation, without quotation marks.
function(expect_test name expected)
  file(STRINGS "${SCRATCH}/CTestTestfile.cmake" line REGEX "^add_test.*fearless\\.${name}[^-]*certify")
  string(REPLACE "\"" "" line "${line}")
  string(REGEX REPLACE ".*/${name}\\.json(.*)\\)$" "\\1" options "${line}")
  if(NOT "${options}" STREQUAL "${expected}")
    message(SEND_ERROR "fearless.${name}: expected the options `${expected}`, found `${options}`")
  endif()
endfunction()

expect_test(quoted "")
expect_test(tested " --profile channels --jobs 2 --expect channels.order --expect mutex.poison.fails")

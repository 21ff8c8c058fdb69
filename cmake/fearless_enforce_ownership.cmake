# SPDX-License-Identifier: MIT

# fearless_enforce_ownership(TARGET): makes it a compile error to use a value after it was moved or consumed, and to keep a reference longer
# than its object lives. Clang reports some of these errors; clang-tidy reports the others if it is installed.
function(fearless_enforce_ownership target)
  target_compile_options(${target}
                         PRIVATE "$<$<CXX_COMPILER_ID:Clang>:-Wconsumed;-Werror=consumed;-Werror=dangling;-Werror=return-stack-address>")
  find_program(FEARLESS_CLANG_TIDY NAMES clang-tidy-19 clang-tidy DOC "reports uses of values after they were moved")
  if(FEARLESS_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY
                                               "${FEARLESS_CLANG_TIDY};--checks=-*,bugprone-use-after-move;--warnings-as-errors=*")
  else()
    message(WARNING "fearless_enforce_ownership(${target}): clang-tidy is missing, so most uses after a move are not reported; "
                    "install clang-tidy-19")
  endif()
endfunction()

# SPDX-License-Identifier: MIT

# fearless_enforce_ownership(TARGET): compile errors for the use of a value after it was moved away or used up, and for references that
# outlive what they refer to. Clang sees a part of it; clang-tidy, where it is installed, sees the rest.
function(fearless_enforce_ownership target)
  target_compile_options(${target}
                         PRIVATE "$<$<CXX_COMPILER_ID:Clang>:-Wconsumed;-Werror=consumed;-Werror=dangling;-Werror=return-stack-address>")
  find_program(FEARLESS_CLANG_TIDY NAMES clang-tidy-19 clang-tidy DOC "checks the use of values after they were moved away")
  if(FEARLESS_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY
                                               "${FEARLESS_CLANG_TIDY};--checks=-*,bugprone-use-after-move;--warnings-as-errors=*")
  else()
    message(WARNING "fearless_enforce_ownership(${target}): clang-tidy is missing, so that most uses after a move go unseen; "
                    "install clang-tidy-19")
  endif()
endfunction()

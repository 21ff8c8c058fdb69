// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "error.hpp"

namespace fearless::certifier {

/// Why a library can't be race-checked, although its author built it for that. Without it the implementation can still
/// be judged.
struct not_race_checkable : user_error {
  using user_error::user_error;
};

/// The functions of a library that certainly do to memory what the race detector does not see: they have an atomic
/// instruction, or write elsewhere than to the stack without a call that reports a write. A compiler makes neither
/// under -fsanitize=thread. What only reads is not looked at: such code reads constants as well. On a processor other
/// than x86-64 nothing is found. Errors: `user_error` for a file that is not a library.
std::vector<std::string> uninstrumented_functions(const std::filesystem::path& library);

/// Requires that there are none. Errors: `not_race_checkable` that names some of them; `user_error` as above.
void require_instrumented(const std::filesystem::path& library);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

#include "elf_library.hpp"
#include "implementation.hpp"

namespace fearless::certifier {

/// Whether a library was compiled for the race detector.
bool is_instrumented(const dynamic_symbols& symbols);

/// The first import that is an annotation for the race detector, which would hide races; empty if there is none.
std::string_view detector_annotation(const dynamic_symbols& symbols);

/// Checks that a library can be judged in this build.
/// Errors: `user_error` as above, and if it has no entry point or is of the other build; `not_race_checkable` if it has
/// annotations and is instrumented.
void inspect_library(const std::filesystem::path& library, build_kind build);

}  // namespace fearless::certifier

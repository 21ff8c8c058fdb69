// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "implementation.hpp"

namespace fearless::certifier {

/// The names that a shared library imports and exports.
struct dynamic_symbols {
  std::vector<std::string> imports, exports;
};

/// Reads a shared library's table of dynamic symbols without loading it.
/// Errors: `user_error` if it is missing, not an ELF library, or for another processor.
dynamic_symbols read_dynamic_symbols(const std::filesystem::path& library);

/// Whether a library was compiled for the race detector.
bool is_instrumented(const dynamic_symbols& symbols);

/// The first import that is an annotation for the race detector, which would hide races; empty if there is none.
std::string_view detector_annotation(const dynamic_symbols& symbols);

/// Checks that a library can be judged in this build.
/// Errors: `user_error` as above, and if it has no entry point, is of the other build, or has annotations.
void inspect_library(const std::filesystem::path& library, build_kind build);

}  // namespace fearless::certifier

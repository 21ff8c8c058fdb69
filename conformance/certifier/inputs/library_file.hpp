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
/// Errors: `user_error` where it is missing, no ELF library, or one for another processor.
dynamic_symbols read_dynamic_symbols(const std::filesystem::path& library);

/// Whether a library was compiled for the race detector.
bool is_instrumented(const dynamic_symbols& symbols);

/// The first annotation for the race detector among its imports, which would hide races; empty where there is none.
std::string_view detector_annotation(const dynamic_symbols& symbols);

/// Checks that a library can be judged as the build that it was handed in as.
/// Errors: `user_error` as above, and where it lacks the entry point, is the other kind or annotates.
void inspect_library(const std::filesystem::path& library, build_kind handed_in_as);

}  // namespace fearless::certifier

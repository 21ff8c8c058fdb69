// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fearless::certifier {

/// `fearless needs`: prints the Debian packages that the implementations named still lack, sorted, one a line; no
/// names: all implementations. Reads the build's descriptions only. Returns the exit code, 0.
/// Errors: `user_error` for an unknown name or an unreadable description.
int needs(const std::filesystem::path& build, const std::vector<std::string>& names);

}  // namespace fearless::certifier

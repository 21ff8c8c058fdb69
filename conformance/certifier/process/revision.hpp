// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fearless::certifier {

/// The suite's version, for example "0.1.0".
std::string version();

/// The commit of the sources in full, with `-dirty` at its end if they were changed since; "unknown" outside of a
/// repository.
std::string revision(const std::filesystem::path& source);

}  // namespace fearless::certifier

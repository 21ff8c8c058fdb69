// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// Whether a file belongs to the system: it lies in one of the folders of the system's loader and compilers, /lib,
/// /usr/lib and /usr/include, or in a folder beside /lib or /usr/lib for another kind of processor, such as /lib64.
/// Requires an absolute path. Links are followed.
bool is_of_system(const std::filesystem::path& file);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// Where threads are in the implementation's source, from what the test program writes of them: a line for each thread
/// that is there, `  thread 905 is at ring.hpp:31: bell.wait(lock); called at ring.hpp:12`. They are indented like a
/// quoted report, since they are no reason of a verdict. What is malformed is left out. `root`: the project's. Blocks:
/// while the symbolizer runs.
std::vector<std::string> lines_of_stacks(std::string_view stacks, const std::filesystem::path& root);

}  // namespace fearless::certifier

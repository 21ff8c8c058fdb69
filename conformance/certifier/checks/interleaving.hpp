// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue.hpp"

namespace fearless::certifier {

/// Where an output leaves what was expected: the line (from 1) of the output, what may stand there, and what does.
struct difference {
  int line = 0;
  std::string expected;
  std::string seen;
};

/// Compares an output with the blocks that describe it: it must be an interleaving of them, each block's own order
/// kept, each whole unless it may be cut off. One block alone is thus compared exactly. Returns the first difference,
/// or nothing.
std::optional<difference> compare_output(const std::string& output, const std::vector<expected_output>& expected);

}  // namespace fearless::certifier

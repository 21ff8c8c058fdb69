// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue.hpp"

namespace fearless::certifier {

/// The first difference of an output: its line (from 1), what was expected there, and what was seen.
struct difference {
  int line = 0;
  std::string expected;
  std::string seen;
};

/// Compares an output with the blocks that describe it. The output must be an interleaving of the blocks: each block in
/// its own order, and whole unless it may be cut off. A single block is thus compared exactly. Returns the first
/// difference, or nothing.
std::optional<difference> compare_output(const std::string& output, const std::vector<expected_output>& expected);

}  // namespace fearless::certifier

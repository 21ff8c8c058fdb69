// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "explanation.hpp"

namespace fearless::certifier {

/// What fits on a terminal.
struct table_size {
  std::size_t lines = 25, columns = 96;
};

/// The explanation as lines of text, threads side by side: `>` marks where the schedule switches to a thread, `!` a
/// load that reads an older value, `*` another choice. Where it is too long, the steps around these are kept, and the
/// last ones.
std::vector<std::string> table_of(const explanation& of, table_size size = {});

/// `2 switches, 1 older value`: the choices that the failure needs.
std::string choices_of(const explanation& of);

}  // namespace fearless::certifier

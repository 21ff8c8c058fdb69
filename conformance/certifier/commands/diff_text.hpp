// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "run_difference.hpp"

namespace fearless::certifier {

/// How two runs differ, as lines for a terminal: ASCII, safe to print whatever the runs hold.
std::string plain_text_of(const run_difference& found);

}  // namespace fearless::certifier

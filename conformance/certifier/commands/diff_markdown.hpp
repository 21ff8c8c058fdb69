// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "run_difference.hpp"

namespace fearless::certifier {

/// How two runs differ, as GitHub's Markdown for a comment on a pull request: long tables are folded, and it is not
/// longer than GitHub allows. What comes from the runs is shown as code and begins no markup.
std::string markdown_of(const run_difference& found);

}  // namespace fearless::certifier

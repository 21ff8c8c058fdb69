// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "row.hpp"

namespace fearless::certifier {

/// Identifies what failed in a row, as a SHA-256: claim, case, method, build, verdict, and the reasons without what
/// differs from run to run. Equal for the same failure on other machines and with other seeds; another assertion,
/// outcome, signal or racing function gives another one.
std::string fingerprint_of(const row& failed);

}  // namespace fearless::certifier

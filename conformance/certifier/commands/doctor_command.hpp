// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

/// `fearless doctor`: prints whether this machine can detect races, what is missing, and the command that installs it.
/// Returns the exit code: 0 if it can, 1 if not.
int doctor(const paths&);

}  // namespace fearless::certifier

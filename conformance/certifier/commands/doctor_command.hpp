// SPDX-License-Identifier: MIT
#pragma once

#include "paths.hpp"

namespace fearless::certifier {

/// `fearless doctor`: whether this machine can detect races, what is missing, and the command that mends it.
/// Returns the exit code: 0 when it can, 1 when not.
int doctor(const paths&);

}  // namespace fearless::certifier

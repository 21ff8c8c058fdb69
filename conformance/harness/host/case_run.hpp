// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace host {

/// Runs the body of a case as Catch2's only test case, and reports it by events. Returns whether every check held.
bool passes(const std::string& name, void (*body)());

}  // namespace host

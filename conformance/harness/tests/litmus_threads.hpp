// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "litmus_page.hpp"

/// Executes a litmus test with real threads and atomics. `read`: what each thread has read, the joining one first.
extern "C" void execute_litmus(const litmus::test& test, std::vector<std::string>& read);

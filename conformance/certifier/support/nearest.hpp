// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// How a message goes on after an unknown name: "did you mean `…`?" where a known one is near, else "known are …", cut
/// short where there are many.
std::string suggest(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace fearless::certifier

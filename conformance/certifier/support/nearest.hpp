// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The end of a message about an unknown name: "did you mean `…`?" if a known name is similar, otherwise "known are
/// …", with the first few.
std::string suggest(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace fearless::certifier

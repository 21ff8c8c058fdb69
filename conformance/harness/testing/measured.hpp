// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace testing {

/// Records a figure that a case measured. It is part of the results and never changes the verdict.
void measured(std::string_view name, double value, std::string_view unit);

}  // namespace testing

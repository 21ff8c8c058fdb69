// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "controls.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// What the header of every kind of results says of the run itself: suite, commit, start, toolchain, controls.
nlohmann::json run_header(const paths& places, const controls_report& controls);

}  // namespace fearless::certifier

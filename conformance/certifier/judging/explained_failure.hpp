// SPDX-License-Identifier: MIT
#pragma once

#include <expected>
#include <string>

#include "row_runner.hpp"

namespace fearless::certifier {

/// Why a row of a stress case failed: the shortest execution that fails as this one does, and what happens in it.
/// Where there is none, says why, in a few words. Blocks: for some seconds.
std::expected<explanation, std::string> explain(const run_context& where, const row& failed,
                                                const controlled_execution& execution);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "row_runner.hpp"

namespace fearless::certifier {

/// Why a row of a stress case failed: the shortest execution that fails as this one does, and what happens in it.
/// Nothing if threads run freely in it, if it does not fail each time, or after a time-out. Blocks: for some seconds.
std::optional<explanation> explain(const run_context& where, const row& failed, const controlled_execution& execution);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
// An audit runs some rows of a certificate again, on another machine and with other seeds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plan.hpp"
#include "row.hpp"

namespace fearless::certifier {

/// Draws so many of the rows that another run can confirm, in their order; all of them if there are fewer. The same
/// seed draws the same rows. Not drawn are demonstrations of the detector, and rows without a result of their own.
std::vector<row> drawn_rows(const std::vector<row>& all, std::size_t count, std::uint64_t seed);

/// The rows of a plan for the same cases in the same builds.
std::vector<planned_row> planned_for(const std::vector<row>& drawn, const std::vector<planned_row>& plan);

/// What a second run says of a row.
enum class agreement {
  confirmed,  ///< both passed, both failed, or both lack the feature
  refuted,    ///< what passed fails now, or what the implementation lacked was there
  open  ///< what failed passes now, since errors that depend on the schedule may; or the second run could not tell
};
agreement compared(verdict stated, verdict seen);

}  // namespace fearless::certifier

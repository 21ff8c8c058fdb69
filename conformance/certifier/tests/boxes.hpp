// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch.hpp>

#include "containment.hpp"

namespace fearless::certifier::testing {

/// Whether tests of boxes can run here. If not, the reason is printed.
inline bool has_boxes() {
  if (!containment_here().is_possible)
    WARN("not tested: nothing can be run in a box here: " << containment_here().reason);
  return containment_here().is_possible;
}

}  // namespace fearless::certifier::testing

// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "mutant.hpp"

/// The port's table for rcs, each of which is an arc of the reference.
inline fearless_rcs arcs_in_disguise() {
  static constexpr auto arc = [](const fearless_rc* owner) { return reinterpret_cast<const fearless_arc*>(owner); };
  static constexpr auto rc = [](fearless_arc* owner) { return reinterpret_cast<fearless_rc*>(owner); };
  return {
      .create = [](fearless_value value) { return rc(reference.arcs.create(value)); },
      .clone = [](const fearless_rc* owner) { return rc(reference.arcs.clone(arc(owner))); },
      .deref = [](const fearless_rc* owner) { return reference.arcs.deref(arc(owner)); },
      .count = [](const fearless_rc* owner) { return reference.arcs.count(arc(owner)); },
      .drop = [](fearless_rc* owner) { reference.arcs.drop(reinterpret_cast<fearless_arc*>(owner)); },
      .cycle = [](const fearless_rc* owner, std::size_t times) { reference.arcs.cycle(arc(owner), times); },
  };
}

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace host {

/// A contract of `fearless_port.h` that a port does not keep.
struct broken_contract {
  std::string function;  ///< `mutexes.lock`
  std::string breach;    ///< what it did, and what it was to do
};

/// Uses what is loaded in the plainest way, each function of each group that it has: one value, nobody else there, no
/// panic and nothing that closes.
///
/// Asks only what no implementation has a say in: results that there are, objects that are not null, output that is
/// written when the result says so, values whose two words nobody changed, and nothing that unwinds. Whether a value
/// gets lost, a closure is called or a lock is to be had is for the claims to say. Each call is announced by an event,
/// so that who watches knows in which one the process ended. Blocks, where the implementation does.
///
/// `threads.detach` is left out, since it may well end the process.
std::optional<broken_contract> try_port();

}  // namespace host

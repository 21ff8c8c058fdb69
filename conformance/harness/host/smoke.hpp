// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace host {

/// A contract of `fearless_port.h` that a port breaks.
struct broken_contract {
  std::string function;   ///< `mutexes.lock`
  std::string violation;  ///< what the function did, and what it must do
};

/// Calls each function of each group that the loaded port has, in the simplest way: with one value, on one thread,
/// without a panic, and without disconnecting a channel.
///
/// Checks only the contracts of the interface itself: results are valid, objects are not null, output is written if and
/// only if the result says so, both words of a value are unchanged, and nothing unwinds out of a function. Whether a
/// value gets lost, a closure is called or a lock can be acquired is for the claims to say. An event precedes each
/// call, so that a reader of the events knows in which call the process ended. Blocks where the implementation does.
///
/// Does not call `threads.detach`, which may end the process.
std::optional<broken_contract> try_port();

}  // namespace host

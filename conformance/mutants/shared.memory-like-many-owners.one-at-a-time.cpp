// SPDX-License-Identifier: MIT
// Mutant: the first owner that uses the shared value blocks all others until it is dropped.
// Breaks: shared.memory-like-many-owners
// Verdict: DEADLOCK
#include <condition_variable>
#include <mutex>

#include "mutant.hpp"

static std::mutex turn;
static std::condition_variable turn_ended;
static const fearless_arc* user = nullptr;

MUTANT(port) {
  port.arcs.deref = [](const fearless_arc* owner) {
    std::unique_lock locked(turn);
    turn_ended.wait(locked, [owner] { return user == nullptr || user == owner; });
    user = owner;
    return reference.arcs.deref(owner);
  };
  port.arcs.drop = [](fearless_arc* owner) {
    {
      const std::scoped_lock locked(turn);
      if (user == owner) user = nullptr;
    }
    turn_ended.notify_all();
    reference.arcs.drop(owner);
  };
}

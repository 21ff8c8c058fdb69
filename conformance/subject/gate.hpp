// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace subject {

/// Orders events of a test in time, and nothing else: a gate opens once, and who wants to pass it waits until then.
///
/// The race detector does not see it: what one thread did before `open` is *not* visible to another after `pass`, as
/// far as the detector knows. So a gate never hides a race, and never carries data: that travels by what the claim is
/// about. A gate is a handle: copies of it are the same gate, which lives until the process ends, so that a thread that
/// is cut off can't touch a dead one. Thread safety: all of it may be used from any thread.
class gate {
 public:
  gate();

  /// Opens the gate, for good.
  void open() const { open(state_); }

  /// Waits until the gate is open. Blocks, without a time limit.
  void pass() const { pass(state_); }

  [[nodiscard]] bool is_open() const { return is_open(state_); }

 private:
  // The handle is read here, where the detector sees it: a closure's gate is as much a part of the environment as
  // anything else.
  static void open(std::uint32_t* state);
  static void pass(std::uint32_t* state);
  static bool is_open(std::uint32_t* state);

  std::uint32_t* state_;
};

}  // namespace subject

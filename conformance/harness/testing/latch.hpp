// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace testing {

/// Orders events of a test in time and does nothing else. A latch opens once; `wait` returns when it is open.
///
/// The race detector does not see it: what one thread did before `open` is *not* visible to another after `wait`, as
/// far as the detector knows. So a latch never hides a data race. A test must not pass data by it: data travels by the
/// operations that the claim is about.
///
/// A handle: copies refer to the same latch, which lives until the process ends, so that a thread that outlives its
/// test can't use a dead one. Thread safety: all functions may be called from any thread.
class latch {
 public:
  latch();

  /// Opens the latch. It stays open.
  void open() const { open(state_); }

  /// Waits until the latch is open. Blocks, without a time limit.
  void wait() const { wait(state_); }

  [[nodiscard]] bool is_open() const { return is_open(state_); }

 private:
  // The handle is read here, where the detector sees it: a latch in a closure is part of the closure's environment.
  static void open(std::uint32_t* state);
  static void wait(std::uint32_t* state);
  static bool is_open(std::uint32_t* state);

  std::uint32_t* state_;
};

}  // namespace testing

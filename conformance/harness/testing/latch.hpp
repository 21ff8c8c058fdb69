// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace testing {

/// Orders events of a test in time, and nothing else: a latch opens once, and who wants to wait it waits until then.
///
/// The race detector does not see it: what one thread did before `open` is *not* visible to another after `wait`, as
/// far as the detector knows. So a latch never hides a race, and never carries data: that travels by what the claim is
/// about. A latch is a handle: copies of it are the same latch, which lives until the process ends, so that a thread
/// that is cut off can't touch a dead one. Thread safety: all of it may be used from any thread.
class latch {
 public:
  latch();

  /// Opens the latch, for good.
  void open() const { open(state_); }

  /// Waits until the latch is open. Blocks, without a time limit.
  void wait() const { wait(state_); }

  [[nodiscard]] bool is_open() const { return is_open(state_); }

 private:
  // The handle is read here, where the detector sees it: a closure's latch is as much a part of the environment as
  // anything else.
  static void open(std::uint32_t* state);
  static void wait(std::uint32_t* state);
  static bool is_open(std::uint32_t* state);

  std::uint32_t* state_;
};

}  // namespace testing

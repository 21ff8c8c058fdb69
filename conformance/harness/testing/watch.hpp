// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>

#include "testing/latch.hpp"

namespace testing {

/// Watches a thread from outside. Whether the thread waits is read from its state; it is not concluded from time that
/// has passed.
///
/// A handle, like a latch: the thread that is to be watched calls `here` on its copy. The race detector does not
/// notice.
class watch {
 public:
  watch();

  /// Makes the calling thread the watched one.
  void here() const;

  /// Waits for `here`, and then until no more progress of the thread is to be expected: it waits in the system, or has
  /// ended, or has used so much of the processor that it must be waiting by spinning. Blocks.
  ///
  /// A test may conclude one thing only from this: a thread that should have returned by now has not.
  void settle() const;

  /// The same, and returns as soon as the latch is open. Does not use the heap.
  void settle(const latch& earlier) const;

  /// Waits for `here`; then the thread's id, and the processor time that it has used so far. Blocks.
  [[nodiscard]] pid_t thread() const;
  [[nodiscard]] std::chrono::nanoseconds processor_time() const;

 private:
  template <class Condition>
  void settle_unless(const Condition& is_over) const;

  struct mark;
  mark* mark_;
};

/// The processor time that the calling thread has used.
[[nodiscard]] std::chrono::nanoseconds processor_time_here();

/// Keeps the calling thread busy for this much processor time, of which a thread that spins meanwhile gets as much.
void compute(std::chrono::nanoseconds processor_time);

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

namespace testing {

/// Watches a thread from outside: whether it waits is seen in its state, not concluded from time that passed.
///
/// A handle, like a latch: the thread that is to be watched says `here` on its copy. The race detector does not notice.
class watch {
 public:
  watch();

  /// The calling thread is the one that is watched.
  void here() const;

  /// Waits for `here`, and then until there is nothing more to be expected of the thread: it waits in the system, or it
  /// has ended, or it has used up so much of the processor that it must be waiting by spinning.
  ///
  /// What a test concludes may rest on this in one direction only: a thread that was to come back by now and did not.
  void settle() const;

  /// Waits for `here`, then: the thread's id, and the processor time that it has used so far, in nanoseconds.
  [[nodiscard]] pid_t thread() const;
  [[nodiscard]] long processor_time() const;

 private:
  struct mark;
  mark* mark_;
};

/// The processor time that the calling thread has used, in nanoseconds.
[[nodiscard]] long processor_time_here();

}  // namespace testing

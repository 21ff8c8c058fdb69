// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "scheduling/strategies/registry.hpp"
#include "system/unseen.hpp"

namespace scheduling {

/// An execution, which lasts as long as the object.
class execution {
 public:
  /// Begins the execution, on the calling thread.
  execution(const registered_strategy& how, std::uint64_t seed);

  /// Ends the execution, when each thread that it has left behind has ended or waits.
  ~execution();

  execution(const execution&) = delete;
  execution& operator=(const execution&) = delete;

 private:
  bool serialises_;
};

/// What is known of the last execution under a strategy that serialises.
struct execution_record {
  std::uint64_t scheduling_points = 0;
  std::uint64_t older_values = 0;  ///< that loads have read
  bool is_controlled = true;       ///< whether one thread ran at a time until the end
};
execution_record last_execution();

/// Whether the last execution, by this strategy, went on without control: such executions take long.
bool was_detached(const registered_strategy& how);

/// Has a function called where an execution under control comes to a deadlock. It does not return, and uses no lock.
void on_deadlock(void (*called)());

/// Detaches the threads that outlived their execution: from here on they wait in the system's way.
void detach();

/// The calling thread is at this moment, of which no two are equal.
void note(std::uint64_t moment);

/// Whether one moment is before another as far as an implementation can know: under a strategy that chooses values,
/// only where it happens before it.
[[nodiscard]] bool is_before(std::uint64_t one, std::uint64_t other);

namespace detail {
inline constinit std::atomic<bool> is_on = false;
void before_call();
}  // namespace detail

/// A scheduling point before a call of the implementation. It may be the only one, since what the call does may not be
/// intercepted.
inline void before_call() {
  if (detail::is_on.load(std::memory_order_relaxed))
    detail::before_call();  // set before any thread of the execution starts
}

/// Sleeps while the word holds the value, or wakes the threads that sleep on it: by the scheduler where the thread is
/// under control. For latches, which the race detector does not see. `wait` blocks.
void wait(const std::uint32_t& word, std::uint32_t value);
void wake_all(const std::uint32_t& word);

}  // namespace scheduling

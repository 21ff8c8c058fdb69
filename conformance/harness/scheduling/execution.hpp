// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "scheduling/strategies/registry.hpp"
#include "system/unseen.hpp"

namespace scheduling {

/// An execution, from its beginning to its end.
class execution {
 public:
  /// Begins it, on the calling thread.
  execution(const registered_strategy& how, std::uint64_t seed);

  /// Ends it: what is left of it, threads that were not joined among it, has come to its end or waits for more.
  ~execution();

  execution(const execution&) = delete;
  execution& operator=(const execution&) = delete;

 private:
  bool serialises_;
};

/// What is known of the last execution under a strategy that serialises, when it has ended.
struct execution_record {
  std::uint64_t scheduling_points = 0;
  bool is_controlled = true;  ///< one thread at a time, to its end
};
execution_record last_execution();

/// Detaches the threads that outlived their execution: from here on they wait in the system's way.
void detach();

/// Keeps the threads that are started from here on to the processor that the calling thread runs on, or allows all
/// processors again. Where one thread runs at a time, the turn passes fastest on one processor.
void keep_to_one_processor(bool keep);

namespace detail {
inline constinit std::atomic<bool> is_on = false;
void before_call();
}  // namespace detail

/// Before a call to the implementation, of which nothing else may be seen: as before an operation that synchronises.
inline void before_call() {
  if (detail::is_on.load(std::memory_order_relaxed)) detail::before_call();  // who starts a thread has set it before
}

/// Sleeps while the word holds the value, and wakes those that do: under control where that is on. For the suite's own
/// gates, which the race detector does not see. The first blocks.
void wait(const std::uint32_t& word, std::uint32_t value);
void wake_all(const std::uint32_t& word);

}  // namespace scheduling

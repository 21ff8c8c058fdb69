// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scheduling/strategies/strategy.hpp"

/// Executions in which the threads run freely. The functions do nothing outside such an execution. Thread safety: may
/// be called from any thread.
namespace scheduling::free_running {

/// Begins an execution under the strategy, or ends it.
void begin(strategy& how, std::uint64_t seed);
void end();

/// The implementation is about to start a thread, in whatever way.
void expect_thread();

/// A thread of the system is about to be started, or no longer runs: it was joined, or could not be started.
void thread_starts();
void thread_is_gone();

/// Lasts while the calling thread waits, without a time limit, for something that another thread of the execution does.
class waiting {
 public:
  waiting();
  ~waiting();
  waiting(const waiting&) = delete;
  waiting& operator=(const waiting&) = delete;

 private:
  std::uint64_t token_;
};

/// The calling thread may have ended a wait of another one.
void wakes();

/// Before an operation that synchronises, or that reads the clock of a history. May block, for less than a millisecond.
void before_operation(operation next);

/// Whether a wait that may end for no reason does so now.
[[nodiscard]] bool ends_wait_spuriously();

}  // namespace scheduling::free_running

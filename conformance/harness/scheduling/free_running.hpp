// SPDX-License-Identifier: MIT
#pragma once

#include "scheduling/strategies/strategy.hpp"

/// Executions in which the threads run freely. The functions do nothing outside such an execution. Thread safety: may
/// be called from any thread.
namespace scheduling::free_running {

/// Begins an execution under the strategy, or ends it.
void begin(strategy& how, std::uint64_t seed);
void end();

/// A thread is about to be started.
void expect_thread();

/// Before an operation that synchronises, or that reads the clock of a history. May block, for less than a millisecond.
void before_operation(operation next);

/// Whether a wait that may end for no reason does so now.
[[nodiscard]] bool ends_wait_spuriously();

}  // namespace scheduling::free_running

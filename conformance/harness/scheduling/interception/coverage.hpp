// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "scenarios/coverage.hpp"

namespace scheduling {

/// Counts the edges that the implementation takes from here on: between the functions, the accesses to memory and the
/// atomic operations that an instrumented library reports to the race detector. Counts nothing of the libraries that
/// were loaded with it. Returns false for a library that is not instrumented, in which nothing is counted. To be called
/// once, after `intercept`.
bool count_edges(scenarios::coverage& into);

/// The calling thread's next place follows no other one, as at the beginning of an execution.
void begin_path();

namespace detail {

/// What is counted, and where. Set before any thread of an execution starts.
struct counting {
  scenarios::coverage* into = nullptr;
  std::size_t base = 0;  // of the implementation in memory, which differs between processes
};
inline constinit counting counted;

/// The place that the thread came to last, as half its number, so that an edge differs from the one back.
inline constinit thread_local std::uint32_t last_place = 0;

/// The calling thread has come to the place to which this call returns.
inline void come_to(const void* return_address) {
  constexpr std::size_t mixing = 0x9e3779b97f4a7c15;
  const auto offset = reinterpret_cast<std::size_t>(return_address) - counted.base;
  const auto place = static_cast<std::uint32_t>(offset * mixing >> 48);
  std::atomic<std::uint32_t>& count = counted.into->counts[(last_place ^ place) % scenarios::coverage::most_edges];
  // Relaxed, and not one operation: nothing is ordered by it. Where threads run freely, a count may be lost.
  count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  last_place = place >> 1;
}

}  // namespace detail

}  // namespace scheduling

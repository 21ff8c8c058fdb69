// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: see the contract in the header.
#include "subject/gate.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <new>

namespace subject {

namespace {
constexpr std::uint32_t shut = 0;
constexpr std::uint32_t opened = 1;
constexpr std::align_val_t own_cache_line{64};
}  // namespace

gate::gate() : state_(new(own_cache_line) std::uint32_t[16]{shut}) {}

void gate::open(std::uint32_t* state) {
  std::atomic_ref(*state).store(opened);
  syscall(SYS_futex, state, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
}

void gate::pass(std::uint32_t* state) {
  while (!is_open(state)) syscall(SYS_futex, state, FUTEX_WAIT_PRIVATE, shut, nullptr, nullptr, 0);
}

void gate::pass_awake(std::uint32_t* state) {
  constexpr int looks = 30'000;  // far more than another thread's next step takes, and still under a millisecond
  for (int look = 0; look < looks && !is_open(state); ++look) continue;
  pass(state);
}

bool gate::is_open(std::uint32_t* state) {
  return std::atomic_ref(*state).load() == opened;
}

void dawdle(std::size_t steps) {
  for (volatile std::size_t step = 0; step < steps;) step = step + 1;
}

}  // namespace subject

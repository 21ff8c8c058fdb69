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

bool gate::is_open(std::uint32_t* state) {
  return std::atomic_ref(*state).load() == opened;
}

}  // namespace subject

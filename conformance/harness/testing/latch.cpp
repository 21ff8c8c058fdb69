// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that a latch orders nothing.
#include "testing/latch.hpp"

#include <atomic>
#include <new>

#include "scheduling/execution.hpp"

namespace testing {

namespace {
constexpr std::uint32_t shut = 0;
constexpr std::uint32_t opened = 1;
constexpr std::align_val_t own_cache_line{64};
}  // namespace

latch::latch() : state_(new(own_cache_line) std::uint32_t[16]{shut}) {}

void latch::open(std::uint32_t* state) {
  std::atomic_ref(*state).store(opened);
  scheduling::wake_all(*state);
}

void latch::wait(std::uint32_t* state) {
  while (!is_open(state)) scheduling::wait(*state, shut);
}

bool latch::is_open(std::uint32_t* state) {
  return std::atomic_ref(*state).load() == opened;
}

}  // namespace testing

// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: see the contract in the header.
#include "subject/gate.hpp"

#include <atomic>
#include <new>

#include "subject/steering/steering.hpp"

namespace subject {

namespace {
constexpr std::uint32_t shut = 0;
constexpr std::uint32_t opened = 1;
constexpr std::align_val_t own_cache_line{64};
}  // namespace

gate::gate() : state_(new(own_cache_line) std::uint32_t[16]{shut}) {}

void gate::open(std::uint32_t* state) {
  std::atomic_ref(*state).store(opened);
  steering::wake_all(*state);
}

void gate::pass(std::uint32_t* state) {
  while (!is_open(state)) steering::wait(*state, shut);
}

bool gate::is_open(std::uint32_t* state) {
  return std::atomic_ref(*state).load() == opened;
}

}  // namespace subject

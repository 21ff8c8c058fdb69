// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>

#include "counted_owners.hpp"

/// A shared value with an atomic count, which a drop decrements in the memory order `Drop`. With `acq_rel` it is
/// correct: each drop releases the uses of its owner, and the last drop acquires them.
template <std::memory_order Drop>
struct atomic_value : shared_value<no_lock> {
  owner clone([[maybe_unused]] int number) override {
    all.fetch_add(1, std::memory_order_relaxed);  // the cloned owner keeps the value alive
    return {this, 1};
  }
  std::size_t count([[maybe_unused]] int number) override { return all.load(std::memory_order_relaxed); }
  bool leave() override { return all.fetch_sub(1, Drop) == 1; }

  std::atomic<std::size_t> all = 1;
};

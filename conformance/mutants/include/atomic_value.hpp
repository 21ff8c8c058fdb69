// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>

#include "counted_owners.hpp"

/// A shared value whose owners are counted by an atomic number, which a drop changes in the order `Drop`. With
/// `acq_rel` it is correct: each drop releases what its owner did with the value, and the last one acquires that.
template <std::memory_order Drop>
struct atomic_value : shared_value<no_lock> {
  owner clone([[maybe_unused]] int number) override {
    all.fetch_add(1, std::memory_order_relaxed);  // whoever is cloned keeps the value meanwhile
    return {this, 1};
  }
  std::size_t count([[maybe_unused]] int number) override { return all.load(std::memory_order_relaxed); }
  bool leave() override { return all.fetch_sub(1, Drop) == 1; }

  std::atomic<std::size_t> all = 1;
};

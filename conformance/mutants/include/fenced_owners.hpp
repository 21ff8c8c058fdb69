// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "counted_owners.hpp"

/// Owners that synchronise by a stand-alone fence: only the last one acquires what the other ones have released. With
/// an acquire fence they are correct.
template <std::memory_order Fence>
struct fenced : shared_value<no_lock> {
  owner clone(int) override {
    strong.fetch_add(1, std::memory_order_relaxed);  // relaxed: the caller is an owner
    return {this, 0};
  }

  std::size_t count(int) override { return strong.load(std::memory_order_relaxed); }

  std::optional<owner> upgrade() override {
    std::size_t seen = strong.load(std::memory_order_relaxed);
    while (seen != 0)
      // acquire: pairs with leave, as a clone's owner would.
      if (strong.compare_exchange_weak(seen, seen + 1, std::memory_order_acquire, std::memory_order_relaxed))
        return owner{this, 0};
    return std::nullopt;
  }

  bool leave() override {
    if (strong.fetch_sub(1, std::memory_order_release) != 1) return false;
    std::atomic_thread_fence(Fence);  // pairs with the releases above, of all owners
    return true;
  }

  std::atomic<std::size_t> strong = 1;
};

/// Freed in the same way.
template <std::memory_order Fence>
struct freed_by_fence : fenced<Fence> {
  using owner = fenced<Fence>::owner;

  owner clone(int number) override {
    handles.fetch_add(1, std::memory_order_relaxed);
    return fenced<Fence>::clone(number);
  }

  std::optional<owner> upgrade() override {
    auto another = fenced<Fence>::upgrade();
    if (another) handles.fetch_add(1, std::memory_order_relaxed);
    return another;
  }

  void drop(int number) override {
    fenced<Fence>::drop(number);
    drop_weak();
  }

  void add_weak() override { handles.fetch_add(1, std::memory_order_relaxed); }

  void drop_weak() override {
    if (handles.fetch_sub(1, std::memory_order_release) != 1) return;
    std::atomic_thread_fence(Fence);  // pairs with the releases above, of all handles
    delete this;
  }

  std::atomic<std::size_t> handles = 1;
};

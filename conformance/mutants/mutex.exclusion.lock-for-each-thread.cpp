// SPDX-License-Identifier: MIT
// Mutant: each thread has its own lock.
// Breaks: mutex.exclusion
// Verdict: FAIL
#include <set>
#include <thread>

#include "plain_lock.hpp"

struct private_lock : plain_lock {
  fearless_locked lock() override {
    std::unique_lock locked(own);
    while (holders.contains(std::this_thread::get_id())) wait(locked);
    return take();
  }
  fearless_locked try_lock() override {
    const std::scoped_lock locked(own);
    return holders.contains(std::this_thread::get_id()) ? FEARLESS_WOULD_BLOCK : take();
  }
  fearless_locked take() override {
    holders.insert(std::this_thread::get_id());
    return FEARLESS_LOCKED;
  }
  void give_up() override {
    holders.erase(std::this_thread::get_id());
    wake();
  }

  std::set<std::thread::id> holders;
};

MUTANT(port) {
  port.mutexes = plain_locks<private_lock>();
}

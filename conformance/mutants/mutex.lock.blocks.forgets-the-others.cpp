// SPDX-License-Identifier: MIT
// Mutant: that somebody waits is forgotten when one is woken, though others wait too.
// Breaks: mutex.lock.blocks
// Verdict: DEADLOCK
// Case: mutex.lock.blocks.crowd.run
#include "plain_lock.hpp"

struct forgetful : plain_lock {
  void wait(std::unique_lock<std::mutex>& locked) override {
    somebody_waits = true;
    plain_lock::wait(locked);
  }
  void wake() override {
    if (std::exchange(somebody_waits, false)) changed.notify_one();
  }

  bool somebody_waits = false;
};

MUTANT(port) {
  port.mutexes = plain_locks<forgetful>();
}

// SPDX-License-Identifier: MIT
#pragma once

#include "plain_lock.hpp"

/// A mutex made of another lock, which a variant gives. It is correct if that lock is.
struct raw_lock : plain_lock {
  virtual void acquire() = 0;
  virtual bool try_acquire() = 0;
  virtual void release() = 0;

  fearless_locked lock() override {
    acquire();
    return outcome();
  }

  fearless_locked try_lock() override { return try_acquire() ? outcome() : FEARLESS_WOULD_BLOCK; }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    release();
  }

  /// Of an attempt that has acquired the lock: it gives a poisoned one up.
  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    release();
    return FEARLESS_POISONED;
  }
};

// SPDX-License-Identifier: MIT
// Mutant: the payload of a panic is kept in one place for all threads until its thread is joined.
// Breaks: join.result
// Verdict: DEADLOCK
// Case: join.result.scenarios
#include "awaited_thread.hpp"

struct sharing : awaited_thread {
  ~sharing() override {
    if (outcome == FEARLESS_PANICS) value = take();
  }
  void finish(fearless_outcome how, fearless_value with) override {
    if (how == FEARLESS_PANICS) {
      const std::scoped_lock locked(lock_of_payload);
      payload = std::exchange(with, {});
    }
    awaited_thread::finish(how, with);
  }
  fearless_outcome join(fearless_value* result) override {
    if (awaited_thread::join(result) == FEARLESS_RETURNS) return FEARLESS_RETURNS;
    *result = take();
    outcome = FEARLESS_RETURNS;  // nothing is left for the destructor
    return FEARLESS_PANICS;
  }
  static fearless_value take() {
    const std::scoped_lock locked(lock_of_payload);
    return std::exchange(payload, {});
  }

  static inline std::mutex lock_of_payload;
  static inline fearless_value payload{};
};

MUTANT(port) {
  await_threads<sharing>(port);
}

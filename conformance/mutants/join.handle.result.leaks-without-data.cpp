// SPDX-License-Identifier: MIT
// Mutant: the result of a thread that is not joined is not dropped if its data is null.
// Breaks: join.handle.result
// Verdict: DEADLOCK
// Case: join.handle.result.scenarios
#include "awaited_thread.hpp"

struct leaking : awaited_thread {
  ~leaking() override {
    if (value.data == nullptr) value = {};
  }
};

MUTANT(port) {
  await_threads<leaking>(port);
}

// SPDX-License-Identifier: MIT
// Mutant: the result of a thread arrives without its data if it has no drop.
// Breaks: join.result
// Verdict: FAIL
// Case: join.result.scenarios
#include "awaited_thread.hpp"

struct blanking : awaited_thread {
  void finish(fearless_outcome how, fearless_value with) override {
    awaited_thread::finish(how, with.drop != nullptr ? with : fearless_value{});
  }
};

MUTANT(port) {
  await_threads<blanking>(port);
}

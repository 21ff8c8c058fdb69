// SPDX-License-Identifier: MIT
// Mutant: a join leaves the handle, and with it all that is known of the thread.
// Breaks: join.handle.memory
// Verdict: FAIL
// Case: join.handle.memory.run
#include "awaited_thread.hpp"

MUTANT(port) {
  await_threads<awaited_thread>(port);
  port.threads.join = [](fearless_thread* thread, fearless_value* result) {
    return (*reinterpret_cast<std::shared_ptr<awaited_thread>*>(thread))->join(result);
  };
}

// SPDX-License-Identifier: MIT
// Mutant: threads that are not joined are put into a list, and never removed.
// Breaks: join.handle.memory
// Verdict: FAIL
// Case: join.handle.memory.unjoined.run
#include <mutex>
#include <thread>

#include "mutant.hpp"

struct unjoined {
  std::thread::id dropped_by;
  unjoined* next;
};

MUTANT(port) {
  port.threads.detach = [](fearless_thread* thread) {
    static std::mutex lock;
    static unjoined* all = nullptr;
    reference.threads.detach(thread);
    const std::scoped_lock locked(lock);
    all = new unjoined{std::this_thread::get_id(), all};
  };
}

// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// What another thread is given that does not want to wait.
bool is_taken(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().would_block(); }).join() == true;
}
bool is_free(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().is_locked(); }).join() == true;
}

}  // namespace

// Who does not wait is told at once: the lock is taken, or it is this thread's.
CLAIM("mutex.unlock.required") {
  const bindings::mutex<int> data(5);

  for (int times = 0; times < 3; ++times) {
    std::optional held(data.lock());
    CHECK(is_taken(data));
    **held = 6;  // what the holder does with the data gives nothing up
    CHECK(is_taken(data));
    held.reset();
    CHECK(is_free(data));
  }
}

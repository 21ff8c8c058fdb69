// SPDX-License-Identifier: MIT
// Claim: Another thread shall be able to acquire a lock when its holder has released it, and not before. try_lock
//   reports at once whether it acquired the lock.
// Aspect: Other threads use `try_lock`.
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// Whether another thread finds the lock taken.
bool is_taken(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().would_block(); }).join() == true;
}
bool is_free(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().is_locked(); }).join() == true;
}

}  // namespace

CLAIM("mutex.unlock.required") {
  const bindings::mutex<int> data(5);

  for (int times = 0; times < 3; ++times) {
    std::optional held(data.lock());
    CHECK(is_taken(data));
    **held = 6;  // a change of the data does not unlock
    CHECK(is_taken(data));
    held.reset();
    CHECK(is_free(data));
  }
}

// SPDX-License-Identifier: MIT
// Aspect: The holder that panics had unwrapped its lock.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("mutex.poison.fails") {
  const bindings::mutex<int> data(5);

  auto holder = bindings::spawn([data] { data.with_lock_unwrap([](int&) { bindings::panic(1); }); });

  CHECK(holder.join().panicked());
  CHECK(data.lock().is_poisoned());
}

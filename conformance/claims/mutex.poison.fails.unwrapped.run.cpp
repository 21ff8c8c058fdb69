// SPDX-License-Identifier: MIT
// Claim: After a holder panicked, lock and try_lock shall fail on every other thread, with an error in the lock result.
//   A call that is already waiting fails too.
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

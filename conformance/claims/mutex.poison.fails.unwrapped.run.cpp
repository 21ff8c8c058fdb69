// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/thread.hpp"

// A holder that unwrapped its lock panics like any other.
CLAIM("mutex.poison.fails") {
  const subject::mutex<int> data(5);

  auto holder = subject::spawn([data] { data.with_lock_unwrap([](int&) { subject::panic(1); }); });

  CHECK(holder.join().panicked());
  CHECK(data.lock().is_poisoned());
}

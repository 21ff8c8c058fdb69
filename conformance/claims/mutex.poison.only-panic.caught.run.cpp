// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/thread.hpp"

// A panic that ends before it gets to the guard of a mutex does not poison that one: neither where it has passed the
// guard of another, nor where the thread panicked before.
CLAIM("mutex.poison.only-panic") {
  const subject::mutex<int> outer(5), inner(5);

  auto holder = subject::spawn([=] {
    bool caught = false;
    outer.with_lock([&](int&) { caught = subject::panics([&] { inner.with_lock([](int&) { subject::panic(1); }); }); });
    return caught && outer.lock() == 5 && inner.lock().is_poisoned();
  });

  CHECK(holder.join() == true);
  CHECK(outer.lock() == 5);
}

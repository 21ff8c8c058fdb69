// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

// A panic that ends before it gets to the guard of a mutex does not poison that one: neither where it has passed the
// guard of another, nor where the thread panicked before.
CLAIM("mutex.poison.only-panic") {
  const bindings::mutex<int> outer(5), inner(5);

  auto holder = bindings::spawn([=] {
    bool caught = false;
    outer.with_lock(
        [&](int&) { caught = bindings::panics([&] { inner.with_lock([](int&) { bindings::panic(1); }); }); });
    return caught && outer.lock() == 5 && inner.lock().is_poisoned();
  });

  CHECK(holder.join() == true);
  CHECK(outer.lock() == 5);
}

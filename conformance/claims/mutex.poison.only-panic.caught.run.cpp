// SPDX-License-Identifier: MIT
// Claim: A mutex shall be poisoned only by a panic of its holder that passes its guard: not by a holder that ends in
//   another way, and not by any other panic, on this thread or another.
// Aspect: A panic that is caught before it reaches a guard does not poison the mutex of this guard.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

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

// SPDX-License-Identifier: MIT
// Claim: A mutex shall be poisoned only by a panic of its holder that passes its guard: not by a holder that ends in
//   another way, and not by any other panic, on this thread or another.
// Aspect: Panics of other threads, and of a thread that does not hold the lock, do not poison it.
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

bool panics_on_another_thread() {
  return bindings::spawn([] { bindings::panic(1); }).join().panicked();
}

}  // namespace

CLAIM("mutex.poison.only-panic") {
  const bindings::mutex<int> data(5);

  CHECK(panics_on_another_thread());
  CHECK(data.lock() == 5);

  std::optional held(data.lock());
  CHECK(panics_on_another_thread());
  held.reset();
  CHECK(data.lock() == 5);

  auto panics_afterwards = bindings::spawn([data] {
    data.with_lock([](int&) {});
    bindings::panic(1);
  });
  CHECK(panics_afterwards.join().panicked());
  CHECK(data.lock() == 5);
}

// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

bool panics_on_another_thread() {
  return bindings::spawn([] { bindings::panic(1); }).join().panicked();
}

}  // namespace

// Neither by another thread's panic, nor by the holder's own before it held the lock or after.
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

// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <optional>

#include "subject/claim.hpp"
#include "subject/thread.hpp"

namespace {

bool panics_on_another_thread() {
  return subject::spawn([] { subject::panic(1); }).join().panicked();
}

}  // namespace

// Neither by another thread's panic, nor by the holder's own before it held the lock or after.
CLAIM("mutex.poison.only-panic") {
  const subject::mutex<int> data(5);

  CHECK(panics_on_another_thread());
  CHECK(data.lock() == 5);

  std::optional held(data.lock());
  CHECK(panics_on_another_thread());
  held.reset();
  CHECK(data.lock() == 5);

  auto panics_afterwards = subject::spawn([data] {
    data.with_lock([](int&) {});
    subject::panic(1);
  });
  CHECK(panics_afterwards.join().panicked());
  CHECK(data.lock() == 5);
}

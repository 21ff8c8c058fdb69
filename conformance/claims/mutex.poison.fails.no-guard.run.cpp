// SPDX-License-Identifier: MIT
// Claim: After a holder panicked, lock and try_lock shall fail on every other thread, with an error in the lock result.
//   A call that is already waiting fails too.
// Aspect: A failed lock has no guard and does not hold the lock.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"

CLAIM("mutex.poison.fails") {
  const bindings::mutex<int> data(5);
  testing::poison(data);

  const auto failed = data.lock();
  const auto failed_too = data.try_lock();

  CHECK(failed.is_poisoned());
  CHECK(failed.value() == nullptr);
  CHECK(failed_too.is_poisoned());
  CHECK(failed_too.value() == nullptr);
  CHECK(bindings::spawn([data] { return data.try_lock().is_poisoned(); }).join() == true);
}

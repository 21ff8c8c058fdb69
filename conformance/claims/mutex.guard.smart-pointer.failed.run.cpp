// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"

// A result without a guard holds nothing: the lock that failed is not taken.
CLAIM("mutex.guard.smart-pointer") {
  const subject::mutex<int> data(5);
  subject::poison(data);

  const auto failed = data.lock();
  const auto failed_too = data.try_lock();

  CHECK(failed.is_poisoned());
  CHECK(failed.value() == nullptr);
  CHECK(failed_too.is_poisoned());
  CHECK(failed_too.value() == nullptr);
  CHECK(subject::spawn([data] { return data.try_lock().is_poisoned(); }).join() == true);
}

// SPDX-License-Identifier: MIT
// Claim: lock shall return a lock result that contains a guard: a smart pointer with one owner, which accesses the data
//   of this mutex and releases the lock of this mutex.
#include "bindings/mutex.hpp"

#include <optional>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

bool is_free(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().is_locked(); }).join() == true;
}

}  // namespace

// Each guard refers to the data of its own mutex and releases its own lock, in any order of drops.
CLAIM("mutex.guard.smart-pointer") {
  const bindings::mutex<int> one(1), other(2);

  std::optional first(one.lock());
  std::optional second(other.lock());
  CHECK(*first == 1);
  CHECK(*second == 2);

  first.reset();
  CHECK(is_free(one));
  CHECK_FALSE(is_free(other));
  CHECK(*second == 2);

  second.reset();
  CHECK(is_free(other));
}

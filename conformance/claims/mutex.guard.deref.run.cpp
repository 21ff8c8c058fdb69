// SPDX-License-Identifier: MIT
// Claim: Dereferencing a guard shall give a reference to the data itself, at its place in the mutex, and not to a copy.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

// All holders see the same data, and not that of another mutex.
CLAIM("mutex.guard.deref") {
  const bindings::mutex<int> one(1), other(2);
  const int* const where = one.lock().value();
  const int* const elsewhere = other.lock().value();
  REQUIRE(where != nullptr);
  CHECK(where != elsewhere);

  {
    const auto held = one.lock();
    const auto held_too = other.try_lock();
    CHECK(held.value() == where);
    CHECK(held_too.value() == elsewhere);
    CHECK(held.value() == where);
    CHECK(held == 1);
    CHECK(held_too == 2);
  }
  bool same_place = false;
  one.with_lock([&](const int& number) { same_place = &number == where; });
  CHECK(same_place);
  CHECK(bindings::spawn([=] { return one.lock().value() == where; }).join() == true);
}

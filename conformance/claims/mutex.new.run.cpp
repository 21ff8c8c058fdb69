// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
#include "bindings/mutex.hpp"

#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("mutex.new") {
  const testing::tally first;
  const bindings::mutex<testing::counted> data(testing::counted(first, 42));
  REQUIRE(first.alive() == 1);

  auto thread = bindings::spawn([data] {
    const auto held = data.lock();
    return held.value() != nullptr ? held->value() : 0;
  });

  CHECK(thread.join() == 42);
  CHECK(first.copies() == 0);
  CHECK(first.alive() == 1);
  data.destroy();
  CHECK(first.drops() == 1);
}

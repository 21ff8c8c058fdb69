// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
// Aspect: The mutex drops the value that it has at its end, after the first one was replaced.
#include "bindings/mutex.hpp"

#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("mutex.new") {
  const testing::tally first, last;
  const bindings::mutex<testing::counted> data(testing::counted(first, 1));

  data.lock().replace(testing::counted(last, 2));
  CHECK(first.drops() == 1);
  CHECK(last.alive() == 1);

  data.destroy();
  CHECK(first.drops() == 1);
  CHECK(last.drops() == 1);
  CHECK(last.copies() == 0);
}

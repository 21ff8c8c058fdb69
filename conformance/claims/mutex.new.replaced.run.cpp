// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/counted.hpp"

// What is dropped with the mutex is what is in it in the end.
CLAIM("mutex.new") {
  const subject::tally first, last;
  const subject::mutex<subject::counted> data(subject::counted(first, 1));

  data.lock().replace(subject::counted(last, 2));
  CHECK(first.drops() == 1);
  CHECK(last.alive() == 1);

  data.destroy();
  CHECK(first.drops() == 1);
  CHECK(last.drops() == 1);
  CHECK(last.copies() == 0);
}

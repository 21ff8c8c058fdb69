// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include <string>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

CLAIM("mutex.new") {
  const subject::tally first;
  const subject::mutex<subject::counted> data(subject::counted(first, 42));
  REQUIRE(first.alive() == 1);

  auto thread = subject::spawn([data] {
    const auto held = data.lock();
    return held.value() != nullptr ? held->value() : 0;
  });

  CHECK(thread.join() == 42);
  CHECK(first.copies() == 0);
  CHECK(first.alive() == 1);
  data.destroy();
  CHECK(first.drops() == 1);
}

// SPDX-License-Identifier: MIT
// Claim: Changes that the holder makes through its guard shall be changes of the data for every later holder. If the
//   holder changes 5 to 6, printing the mutex afterwards shows 6.
// Aspect: The guard allows both a change of the data and its replacement.
#include "bindings/mutex.hpp"

#include <string>

#include "testing/claim.hpp"

CLAIM("mutex.guard.mutable") {
  const bindings::mutex<std::string> data("an anchor");

  data.lock()->append(", weighed");
  CHECK(data.lock() == "an anchor, weighed");

  data.lock().replace("a sail, which takes the place of a text that was too long for the string itself");
  CHECK(data.lock() == "a sail, which takes the place of a text that was too long for the string itself");
}

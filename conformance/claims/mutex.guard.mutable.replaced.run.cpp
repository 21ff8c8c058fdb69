// SPDX-License-Identifier: MIT
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

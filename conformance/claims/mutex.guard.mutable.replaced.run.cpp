// SPDX-License-Identifier: MIT
#include "bindings/mutex.hpp"

#include <string>

#include "testing/claim.hpp"

// As through any reference, a part of the data can be changed, or all of it.
CLAIM("mutex.guard.mutable") {
  const bindings::mutex<std::string> data("an anchor");

  data.lock()->append(", weighed");
  CHECK(data.lock() == "an anchor, weighed");

  data.lock().replace("a sail, which takes the place of a text that was too long for the string itself");
  CHECK(data.lock() == "a sail, which takes the place of a text that was too long for the string itself");
}

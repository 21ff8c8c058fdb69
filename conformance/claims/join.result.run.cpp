// SPDX-License-Identifier: MIT
// Claim: join shall return the result of the thread: the closure’s value, or, if the thread panicked, an error with the
//   panic’s payload. Unwrapping the error panics.
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {
int returns() {
  return 42;
}
int panics() {
  bindings::panic(std::string("no answer"));
}
}  // namespace

CLAIM("join.result") {
  const auto returned = bindings::spawn(returns).join();
  const auto panicked = bindings::spawn(panics).join();
  const auto unwrapped = bindings::spawn(returns).join_unwrap();
  const auto unwrapped_error = bindings::spawn(panics).join_unwrap();

  CHECK(returned == 42);
  CHECK(unwrapped == 42);
  CHECK(unwrapped_error.panicked());
  REQUIRE(panicked.panicked());
  REQUIRE(panicked.payload<std::string>() != nullptr);
  CHECK(*panicked.payload<std::string>() == "no answer");
}

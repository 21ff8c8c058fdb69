// SPDX-License-Identifier: MIT
// Claim: join shall return the result of the thread: the closure’s value, or, if the thread panicked, an error with the
//   panic’s payload. Unwrapping the error panics.
#include <random>
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"

namespace {

int returns() {
  return 42;
}
int panics() {
  bindings::panic(std::string("no answer"));
}

/// A thread returns or panics while it is joined.
std::string join(std::mt19937_64& random) {
  const bool to_panic = random() % 2 == 0;
  auto handle = bindings::spawn(to_panic ? panics : returns);

  const auto ended = handle.join();

  if (!to_panic) return ended == 42 ? "the value" : "the value was lost";
  const auto* const payload = ended.payload<std::string>();
  return payload != nullptr && *payload == "no answer" ? "the payload" : "the payload was lost";
}

}  // namespace

CLAIM("join.result") {
  const auto explored = testing::explore({.must_be_seen = {"the value", "the payload"}}, join);

  CHECK(explored.forbidden() == "nothing");
}

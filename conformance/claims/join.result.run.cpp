// SPDX-License-Identifier: MIT
#include <string>

#include "subject/claim.hpp"
#include "subject/thread.hpp"

namespace {
int returns() {
  return 42;
}
int panics() {
  subject::panic(std::string("no answer"));
}
}  // namespace

CLAIM("join.result") {
  const auto returned = subject::spawn(returns).join();
  const auto panicked = subject::spawn(panics).join();
  const auto unwrapped = subject::spawn(returns).join_unwrap();
  const auto unwrapped_error = subject::spawn(panics).join_unwrap();

  CHECK(returned == 42);
  CHECK(unwrapped == 42);
  CHECK(unwrapped_error.panicked());
  REQUIRE(panicked.panicked());
  REQUIRE(panicked.payload<std::string>() != nullptr);
  CHECK(*panicked.payload<std::string>() == "no answer");
}

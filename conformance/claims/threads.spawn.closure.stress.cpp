// SPDX-License-Identifier: MIT
// Claim: The closure that spawn takes shall be called exactly once, unless the process ends first, with its whole
//   environment, which lasts until the call has ended.
#include <cstdint>
#include <random>
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"
#include "testing/history.hpp"

namespace {

/// A call of a closure: the environment that it had, and the moment.
struct call {
  std::int64_t found;
  testing::moment when;
};

/// Two closures are spawned one right after the other: each is called once, with its own environment.
std::string spawn(std::mt19937_64&) {
  const testing::tally environments;
  const auto closure = [&](std::int64_t number) {
    return [held = testing::counted(environments, number)] { return call{held.value(), testing::now()}; };
  };
  auto one = bindings::spawn(closure(1));
  auto two = bindings::spawn(closure(2));

  const auto first = one.join(), second = two.join();

  if (first.value() == nullptr || second.value() == nullptr) return "a closure was never called";
  if (first.value()->found != 1 || second.value()->found != 2)
    return "a closure was called with the environment of the other one";
  if (environments.copies() != 0 || environments.drops() != 2) return "an environment was not dropped exactly once";
  return first.value()->when < second.value()->when ? "the first ran first" : "the second ran first";
}

}  // namespace

CLAIM("threads.spawn.closure") {
  const auto explored =
      testing::explore({.must_be_seen = {"the first ran first"}, .allowed = {"the second ran first"}}, spawn);

  CHECK(explored.forbidden() == "nothing");
}

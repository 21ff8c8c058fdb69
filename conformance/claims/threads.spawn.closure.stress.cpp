// SPDX-License-Identifier: MIT
#include <cstdint>
#include <random>
#include <string>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/explore.hpp"
#include "subject/history.hpp"
#include "subject/thread.hpp"

namespace {

/// A call: whose environment it found, and when that was.
struct call {
  std::int64_t found;
  subject::moment when;
};

/// Two closures are given to `spawn`, one right after the other: each is called once, with its own environment.
std::string spawn(std::mt19937_64&) {
  const subject::tally environments;
  const auto closure = [&](std::int64_t number) {
    return [held = subject::counted(environments, number)] { return call{held.value(), subject::now()}; };
  };
  auto one = subject::spawn(closure(1));
  auto two = subject::spawn(closure(2));

  const auto first = one.join(), second = two.join();

  if (first.value() == nullptr || second.value() == nullptr) return "a closure was never called";
  if (first.value()->found != 1 || second.value()->found != 2) return "a closure was called in another one's place";
  if (environments.copies() != 0 || environments.drops() != 2) return "an environment was not dropped once";
  return first.value()->when < second.value()->when ? "the first ran first" : "the second ran first";
}

}  // namespace

CLAIM("threads.spawn.closure") {
  const auto explored =
      subject::explore({.must_be_seen = {"the first ran first"}, .allowed = {"the second ran first"}}, spawn);

  CHECK(explored.forbidden() == "nothing");
}

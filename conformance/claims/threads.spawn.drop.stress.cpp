// SPDX-License-Identifier: MIT
// Claim: The environment of the closure shall be dropped on the new thread, and not by the thread that called spawn.
#include <unistd.h>

#include <random>
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"

namespace {

std::string spawn(std::mt19937_64&) {
  const testing::tally environment;
  auto handle = bindings::spawn([own = testing::counted(environment, 1)] {});
  const bool ran_first = environment.drops() > 0;
  handle.join();

  if (environment.drops() != 1) return "the environment was not dropped once";
  if (environment.dropped_by() == gettid()) return "the caller of spawn dropped the environment";
  return ran_first ? "the thread ended first" : "spawn returned first";
}

}  // namespace

CLAIM("threads.spawn.drop") {
  const auto explored =
      testing::explore({.must_be_seen = {"spawn returned first"}, .allowed = {"the thread ended first"}}, spawn);

  CHECK(explored.forbidden() == "nothing");
}

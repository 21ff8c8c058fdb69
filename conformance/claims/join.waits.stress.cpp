// SPDX-License-Identifier: MIT
// Claim: join shall return only after the thread has finished, so that everything that the thread did happens before
//   the return.
#include <chrono>
#include <random>
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"
#include "testing/history.hpp"

namespace {

/// A thread ends, at once or after a few pauses, while another one begins to wait for its end. Nothing else can wake
/// the waiting thread.
std::string join(std::mt19937_64& random) {
  const testing::tally environment;
  auto handle = bindings::spawn([pauses = random() % 4, held = testing::counted(environment, 0)] {
    for (unsigned times = 0; times < pauses; ++times) bindings::sleep(std::chrono::nanoseconds(1));
    return testing::now();
  });

  const auto called = testing::now();
  const auto ended = handle.join();

  if (environment.drops() != 1) return "join returned before the thread had finished";
  return ended.value() != nullptr && *ended.value() < called ? "the thread ran first" : "join was called first";
}

}  // namespace

CLAIM("join.waits") {
  const auto explored =
      testing::explore({.must_be_seen = {"join was called first"}, .allowed = {"the thread ran first"}}, join);

  CHECK(explored.forbidden() == "nothing");
}

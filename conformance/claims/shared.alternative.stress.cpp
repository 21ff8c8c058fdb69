// SPDX-License-Identifier: MIT
// Claim: A computation that threads can do with messages shall also be possible with shared state, with the same
//   result.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// Two threads add to a sum by messages to a third thread, and to a second sum by shared state.
std::string count(std::mt19937_64&) {
  const bindings::mutex<int> shared(0);
  auto [tx, rx] = bindings::channel<int>();
  std::vector<bindings::join_handle<testing::turn>> threads;
  for (int one = 0; one < 2; ++one) {
    threads.push_back(bindings::spawn([shared, own = tx.clone()] {
      own.send(1);
      return testing::take_turn(shared);
    }));
  }
  bindings::drop(std::move(tx));

  int sum = 0;
  rx.for_each([&](int one) { sum += one; });
  const auto turns = testing::join_turns(std::move(threads));

  if (sum != 2) return "the sum by messages is wrong";
  if (!(shared.lock() == sum)) return "the sums by shared state and by messages differ";
  return testing::any_may_have_waited(turns) ? "the same sum, and one had to wait" : "the same sum";
}

}  // namespace

CLAIM("shared.alternative") {
  const auto explored =
      testing::explore({.must_be_seen = {"the same sum, and one had to wait"}, .allowed = {"the same sum"}}, count);

  CHECK(explored.forbidden() == "nothing");
}

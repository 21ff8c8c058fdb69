// SPDX-License-Identifier: MIT
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

/// Two threads count to the same number together, by messages to the one who counts, and by a count that they share.
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

  int told = 0;
  rx.for_each([&](int one) { told += one; });
  const auto turns = testing::join_turns(std::move(threads));

  if (told != 2) return "the one who counts came to another number";
  if (!(shared.lock() == told)) return "by shared state there is another answer than by messages";
  return testing::somebody_waited(turns) ? "the same answer, where they met" : "the same answer";
}

}  // namespace

CLAIM("shared.alternative") {
  const auto explored =
      testing::explore({.must_be_seen = {"the same answer, where they met"}, .allowed = {"the same answer"}}, count);

  CHECK(explored.forbidden() == "nothing");
}

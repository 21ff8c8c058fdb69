// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/thread.hpp"
#include "subject/turn.hpp"

namespace {

/// Two threads count to the same number together, by messages to the one who counts, and by a count that they share.
std::string count(std::mt19937_64&) {
  const subject::mutex<int> shared(0);
  auto [tx, rx] = subject::channel<int>();
  std::vector<subject::join_handle<subject::turn>> threads;
  for (int one = 0; one < 2; ++one) {
    threads.push_back(subject::spawn([shared, own = tx.clone()] {
      own.send(1);
      return subject::take_turn(shared);
    }));
  }
  subject::drop(std::move(tx));

  int told = 0;
  rx.for_each([&](int one) { told += one; });
  const auto turns = subject::join_turns(std::move(threads));

  if (told != 2) return "the one who counts came to another number";
  if (!(shared.lock() == told)) return "by shared state there is another answer than by messages";
  return subject::somebody_waited(turns) ? "the same answer, where they met" : "the same answer";
}

}  // namespace

CLAIM("shared.alternative") {
  const auto explored =
      subject::explore({.must_be_seen = {"the same answer, where they met"}, .allowed = {"the same answer"}}, count);

  CHECK(explored.forbidden() == "nothing");
}

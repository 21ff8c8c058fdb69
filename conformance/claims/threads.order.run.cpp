// SPDX-License-Identifier: MIT
// Claim: Either of two threads that nothing synchronises shall be able to reach a given point first, regardless of
//   which was spawned first.
#include <string>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/journal.hpp"
#include "testing/latch.hpp"

namespace {

/// The order in which two threads, spawned one after the other, reach the same point, when `favourite` goes first.
std::string arrivals(char favourite) {
  const testing::journal reached;
  const testing::latch favourite_was_there;
  const auto go_there = [=](char own) {
    return [=] {
      if (own != favourite) favourite_was_there.wait();
      reached.note(own);
      if (own == favourite) favourite_was_there.open();
    };
  };

  auto first_spawned = bindings::spawn(go_there('1'));
  auto second_spawned = bindings::spawn(go_there('2'));
  first_spawned.join();
  second_spawned.join();
  return reached.text();
}

}  // namespace

CLAIM("threads.order") {
  CHECK(arrivals('1') == "12");
  CHECK(arrivals('2') == "21");
}

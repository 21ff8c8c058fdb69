// SPDX-License-Identifier: MIT
#include <string>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/journal.hpp"
#include "subject/thread.hpp"

namespace {

/// Two threads, the one spawned before the other, reach the same point: in which order they did, when `favourite` goes
/// first.
std::string arrivals(char favourite) {
  const subject::journal reached;
  const subject::gate favourite_was_there;
  const auto go_there = [=](char own) {
    return [=] {
      if (own != favourite) favourite_was_there.pass();
      reached.note(own);
      if (own == favourite) favourite_was_there.open();
    };
  };

  auto first_spawned = subject::spawn(go_there('1'));
  auto second_spawned = subject::spawn(go_there('2'));
  first_spawned.join();
  second_spawned.join();
  return reached.text();
}

}  // namespace

CLAIM("threads.order") {
  CHECK(arrivals('1') == "12");
  CHECK(arrivals('2') == "21");
}

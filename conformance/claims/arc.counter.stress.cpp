// SPDX-License-Identifier: MIT
// Claim: Ten threads that each add one to the same number, which is 0 at first, in a mutex that they share through an
//   Arc, shall leave it at 10.
#include <memory>
#include <random>
#include <string>
#include <utility>

#include "bindings/mutex.hpp"
#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/explore.hpp"

namespace {

struct number {
  int value;
  testing::counted own;
};

/// Destroys a mutex at the end of its own lifetime.
struct end_of_mutex {
  void operator()(const bindings::mutex<number>* mutex) const {
    mutex->destroy();
    delete mutex;
  }
};
using counter = std::unique_ptr<const bindings::mutex<number>, end_of_mutex>;

/// Adds one and returns the sum. The counter may be dropped with its owner as soon as it is unlocked.
int add(bindings::arc<counter> own) {
  const auto held = (*own)->lock();
  if (!held.is_locked()) return 0;
  const int seen = held->value;
  held->value = seen + 1;
  return seen + 1;
}

/// Two threads add one each, and the one that is later drops the last owner.
std::string count(std::mt19937_64&) {
  const testing::tally numbers;
  bindings::arc<counter> shared(counter(new bindings::mutex(number{.value = 0, .own = {numbers, 0}})));
  auto one = bindings::spawn([own = shared.clone()]() mutable { return add(std::move(own)); });
  auto other = bindings::spawn([own = std::move(shared)]() mutable { return add(std::move(own)); });

  const auto first = one.join(), second = other.join();

  if (numbers.drops() != 1) return "the number was not dropped with its last owner";
  if (first == 1 && second == 2) return "the first came first";
  if (first == 2 && second == 1) return "the second came first";
  return "an addition was lost";
}

}  // namespace

CLAIM("arc.counter") {
  const auto explored = testing::explore({.must_be_seen = {"the first came first", "the second came first"}}, count);

  CHECK(explored.forbidden() == "nothing");
}

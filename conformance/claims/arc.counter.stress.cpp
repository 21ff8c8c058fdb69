// SPDX-License-Identifier: MIT
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

/// Destroys a mutex with what owns it.
struct end_of_mutex {
  void operator()(const bindings::mutex<number>* mutex) const {
    mutex->destroy();
    delete mutex;
  }
};
using counter = std::unique_ptr<const bindings::mutex<number>, end_of_mutex>;

/// Adds one, and gives what it comes to. The counter may go with its owner, as soon as the lock is given up.
int add(bindings::arc<counter> own) {
  const auto held = (*own)->lock();
  if (!held.is_locked()) return 0;
  const int seen = held->value;
  held->value = seen + 1;
  return seen + 1;
}

/// Two threads add one each, and the later one's owner is the last.
std::string count(std::mt19937_64&) {
  const testing::tally numbers;
  bindings::arc<counter> shared(counter(new bindings::mutex(number{.value = 0, .own = {numbers, 0}})));
  auto one = bindings::spawn([own = shared.clone()]() mutable { return add(std::move(own)); });
  auto other = bindings::spawn([own = std::move(shared)]() mutable { return add(std::move(own)); });

  const auto first = one.join(), second = other.join();

  if (numbers.drops() != 1) return "the number was not destroyed with its last owner";
  if (first == 1 && second == 2) return "the first came first";
  if (first == 2 && second == 1) return "the second came first";
  return "one of them was not counted";
}

}  // namespace

CLAIM("arc.counter") {
  const auto explored = testing::explore({.must_be_seen = {"the first came first", "the second came first"}}, count);

  CHECK(explored.forbidden() == "nothing");
}

// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread an Arc of a value that is not shareable shall be rejected by the ownership
//   check.
// Rejected: fearless[value-not-send]
#include <atomic>
#include <native.hpp>
#include <utility>

struct visits {
#ifdef ACCEPTED
  mutable std::atomic<int> count;
#else
  mutable int count;
#endif
};

int main() {
  auto shared = native::make_arc<visits>();

  auto visitor = native::spawn([](native::arc<visits> mine) { ++mine->count; }, shared.clone());
  ++shared->count;

  std::move(visitor).join().unwrap();
  return shared->count == 2 ? 0 : 1;
}

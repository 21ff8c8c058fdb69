// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <atomic>
#include <subject.hpp>
#include <utility>

struct visits {
#ifdef ACCEPTED
  mutable std::atomic<int> count;
#else
  mutable int count;
#endif
};

int main() {
  auto shared = subject::make_arc<visits>();

  auto visitor = subject::spawn([](subject::arc<visits> mine) { ++mine->count; }, shared.clone());
  ++shared->count;

  std::move(visitor).join().unwrap();
  return shared->count == 2 ? 0 : 1;
}

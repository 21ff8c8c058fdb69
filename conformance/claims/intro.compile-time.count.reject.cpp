// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>
#include <vector>

using primes = std::vector<int>;

#ifdef ACCEPTED
using owner = subject::arc<primes>;
owner make() {
  return subject::make_arc<primes>(primes{2, 3, 5, 7});
}
#else
using owner = subject::rc<primes>;
owner make() {
  return subject::make_rc<primes>(primes{2, 3, 5, 7});
}
#endif

int main() {
  const owner shared = make();

  auto reader = subject::spawn([](owner mine) { return mine->size(); }, shared.clone());

  return std::move(reader).join().unwrap() == shared->size() ? 0 : 1;
}

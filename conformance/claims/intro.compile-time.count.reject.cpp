// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>
#include <vector>

using primes = std::vector<int>;

#ifdef ACCEPTED
using owner = native::arc<primes>;
owner make() {
  return native::make_arc<primes>(primes{2, 3, 5, 7});
}
#else
using owner = native::rc<primes>;
owner make() {
  return native::make_rc<primes>(primes{2, 3, 5, 7});
}
#endif

int main() {
  const owner shared = make();

  auto reader = native::spawn([](owner mine) { return mine->size(); }, shared.clone());

  return std::move(reader).join().unwrap() == shared->size() ? 0 : 1;
}

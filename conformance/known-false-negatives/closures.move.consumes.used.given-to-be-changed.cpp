// SPDX-License-Identifier: MIT
// Wrong: a value is passed to a function by a mutable reference after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

std::size_t count(std::vector<int>& primes) {
  return primes.size();
}

int main() {
  std::vector<int> primes{2, 3, 5, 7};

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
  const auto kept = count(primes);

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

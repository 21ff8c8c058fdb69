// SPDX-License-Identifier: MIT
// Wrong: a value is used by the caller of a function that moved it away through a reference.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

auto count_elsewhere(std::vector<int>& primes) {
  return native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
}

int main() {
  std::vector<int> primes{2, 3, 5, 7};

  auto reader = count_elsewhere(primes);
  const auto kept = primes.size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

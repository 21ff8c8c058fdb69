// SPDX-License-Identifier: MIT
// Wrong: a global variable is used after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

std::vector<int> primes{2, 3, 5, 7};

int main() {
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
  const auto kept = primes.size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

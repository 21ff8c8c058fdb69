// SPDX-License-Identifier: MIT
// Wrong: a value is used through another reference to it after it was moved away by its own name.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};
  const std::vector<int>& alias = primes;

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
  const auto kept = alias.size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

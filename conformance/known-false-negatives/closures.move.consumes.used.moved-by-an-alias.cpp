// SPDX-License-Identifier: MIT
// Wrong: a value is used by its own name after it was moved away through another reference to it.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};
  std::vector<int>& alias = primes;

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(alias));
  const auto kept = primes.size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

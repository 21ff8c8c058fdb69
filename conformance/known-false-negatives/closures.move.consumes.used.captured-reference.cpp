// SPDX-License-Identifier: MIT
// Wrong: a value is used by a closure that borrows it after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};
  const auto count = [&primes] { return primes.size(); };

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
  const auto kept = count();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Wrong: a value is used through the pointer that owns it after it was moved away through this pointer.
// Seen by: nothing
#include <memory>
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto primes = std::make_unique<std::vector<int>>(std::vector{2, 3, 5, 7});

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(*primes));
  const auto kept = primes->size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

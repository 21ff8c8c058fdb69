// SPDX-License-Identifier: MIT
// Wrong: a member of a variable is used after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

struct shelf {
  std::vector<int> primes;
};

int main() {
  shelf own{{2, 3, 5, 7}};

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(own.primes));
  const auto kept = own.primes.size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

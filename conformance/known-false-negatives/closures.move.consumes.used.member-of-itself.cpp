// SPDX-License-Identifier: MIT
// Wrong: a member is used by a member function of its class after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

class shelf {
 public:
  bool count_elsewhere() {
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes_));
    const auto kept = primes_.size();
    return std::move(reader).join().unwrap() == kept;
  }

 private:
  std::vector<int> primes_{2, 3, 5, 7};
};

int main() {
  return shelf().count_elsewhere() ? 0 : 1;
}

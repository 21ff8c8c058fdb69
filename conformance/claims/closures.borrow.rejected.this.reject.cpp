// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: The closure captures `this` and uses a member of the spawner's object.
// Rejected: fearless[closure-borrows]
#include <native.hpp>
#include <utility>
#include <vector>

class shelf {
 public:
  bool count_elsewhere() {
#ifdef ACCEPTED
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes_));
#else
    auto reader = native::spawn([this] { return primes_.size(); });
#endif
    return std::move(reader).join().unwrap() == 4;
  }

 private:
  std::vector<int> primes_{2, 3, 5, 7};
};

int main() {
  return shelf().count_elsewhere() ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: The closure is a function object with a reference as a member.
// Rejected: fearless[closure-borrows]
#include <native.hpp>
#include <utility>
#include <vector>

/// A closure as a function object.
struct count {
  std::vector<int>& borrowed;
  std::size_t operator()() const { return borrowed.size(); }
};

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(primes));
#else
  auto reader = native::spawn(count{primes});
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

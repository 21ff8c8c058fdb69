// SPDX-License-Identifier: MIT
// Claim: A value that was sent through a channel shall belong to the receiving thread only. A program in which the
//   sending thread still uses it is rejected by the ownership check, except for known false negatives.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  auto [tx, rx] = native::channel<std::vector<int>>();
  auto owner = native::spawn(
      [](native::receiver<std::vector<int>> mine) {
        auto primes = mine.recv().unwrap();
        primes.push_back(11);
        return primes.size();
      },
      std::move(rx));
  std::vector<int> primes{2, 3, 5};

#ifdef ACCEPTED
  primes.push_back(7);
  tx.send(std::move(primes)).unwrap();
#else
  tx.send(std::move(primes)).unwrap();
  primes.push_back(7);
#endif

  return std::move(owner).join().unwrap() == 5 ? 0 : 1;
}

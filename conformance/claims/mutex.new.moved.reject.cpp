// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
// Aspect: The value is used after it was moved into the mutex.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<int> primes{2, 3, 5, 7};

#ifdef ACCEPTED
  const auto kept = primes.size();
  native::mutex<std::vector<int>> guarded(std::move(primes));
#else
  native::mutex<std::vector<int>> guarded(std::move(primes));
  const auto kept = primes.size();
#endif

  return guarded.lock().unwrap()->size() == kept ? 0 : 1;
}

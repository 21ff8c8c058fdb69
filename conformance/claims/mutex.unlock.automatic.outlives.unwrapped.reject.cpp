// SPDX-License-Identifier: MIT
// Claim: A program in which a guard outlives its mutex shall be rejected by the ownership check, except for known false
//   negatives.
// Aspect: The function returns the guard and not the result of the lock.
// Rejected: -Wreturn-stack-address
#include <native.hpp>

#ifdef ACCEPTED
auto locked(const native::mutex<int>& count) {
  return count.lock().unwrap();
}
#else
auto locked(int first) {
  const native::mutex<int> count(first);
  return count.lock().unwrap();
}
#endif

int main() {
#ifdef ACCEPTED
  const native::mutex<int> four(4);
#else
  const int four = 4;
#endif

  return *locked(four) == 4 ? 0 : 1;
}

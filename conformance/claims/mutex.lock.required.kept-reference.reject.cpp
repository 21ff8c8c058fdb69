// SPDX-License-Identifier: MIT
// Aspect: A reference to the data outlives a temporary guard.
// Rejected: -Wdangling
#include <native.hpp>

int main() {
  native::mutex<int> count(3);

#ifdef ACCEPTED
  auto guard = count.lock().unwrap();
  int& inside = *guard;
#else
  int& inside = *count.lock().unwrap();
#endif
  inside += 1;

  return inside == 4 ? 0 : 1;
}

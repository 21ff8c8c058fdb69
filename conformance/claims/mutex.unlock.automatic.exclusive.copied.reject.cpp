// SPDX-License-Identifier: MIT
// Aspect: The guard is copied.
// Rejected: fearless[guard-copied]
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> count(4);
  auto guard = count.lock().unwrap();

#ifdef ACCEPTED
  auto mine = std::move(guard);
#else
  auto mine = guard;
#endif

  return *mine == 4 ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Aspect: The guard is used after it was moved.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

void drop(native::mutex_guard<int>) {}

int main() {
  native::mutex<int> count(3);
  auto guard = count.lock().unwrap();

#ifdef ACCEPTED
  *guard += 1;
  drop(std::move(guard));
#else
  drop(std::move(guard));
  *guard += 1;
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}

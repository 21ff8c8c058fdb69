// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

void drop(subject::mutex_guard<int>) {}

int main() {
  subject::mutex<int> count(3);
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

// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

void drop(subject::mutex_guard<int>) {}

int main() {
  subject::mutex<int> count(4);
  auto guard = count.lock().unwrap();

  drop(std::move(guard));
#ifndef ACCEPTED
  drop(std::move(guard));
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

int value_of(subject::mutex<int> mine) {
  return *mine.lock().unwrap();
}

int main() {
  subject::mutex<int> count(4);
  subject::mutex<int> other(4);

  auto first = subject::spawn(value_of, std::move(count));
#ifdef ACCEPTED
  auto second = subject::spawn(value_of, std::move(other));
#else
  auto second = subject::spawn(value_of, std::move(count));
#endif

  return std::move(first).join().unwrap() == std::move(second).join().unwrap() ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The mutex is moved to a second thread.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

int value_of(native::mutex<int> mine) {
  return *mine.lock().unwrap();
}

int main() {
  native::mutex<int> count(4);
  native::mutex<int> other(4);

  auto first = native::spawn(value_of, std::move(count));
#ifdef ACCEPTED
  auto second = native::spawn(value_of, std::move(other));
#else
  auto second = native::spawn(value_of, std::move(count));
#endif

  return std::move(first).join().unwrap() == std::move(second).join().unwrap() ? 0 : 1;
}

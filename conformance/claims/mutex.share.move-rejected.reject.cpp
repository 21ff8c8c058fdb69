// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

int add_one(native::mutex<int> mine) {
  return *mine.lock().unwrap() += 1;
}

int main() {
  native::mutex<int> count(0);

  int seen = 0;
  for (int times = 0; times < 2; ++times) {
#ifdef ACCEPTED
    auto adder = native::spawn(add_one, native::mutex<int>(times));
#else
    auto adder = native::spawn(add_one, std::move(count));
#endif
    seen += std::move(adder).join().unwrap();
  }
  return seen == 3 ? 0 : 1;
}

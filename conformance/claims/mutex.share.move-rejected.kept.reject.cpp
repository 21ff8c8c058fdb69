// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The spawner uses the mutex after it was moved to a thread.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> count(4);

#ifdef ACCEPTED
  const int kept = *count.lock().unwrap();
#endif
  auto reader = native::spawn([](native::mutex<int> mine) { return *mine.lock().unwrap(); }, std::move(count));
#ifndef ACCEPTED
  const int kept = *count.lock().unwrap();
#endif

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The mutex is copied.
// Rejected: fearless[mutex-copied]
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> count(4);

#ifdef ACCEPTED
  auto mine = std::move(count);
#else
  auto mine = count;
#endif

  return *mine.lock().unwrap() == 4 ? 0 : 1;
}

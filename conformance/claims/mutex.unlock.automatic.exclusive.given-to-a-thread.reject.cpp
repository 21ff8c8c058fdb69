// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is given to another thread.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> count(4);

#ifdef ACCEPTED
  auto reader = native::spawn([](native::mutex<int> mine) { return *mine.lock().unwrap(); }, std::move(count));
#else
  auto reader = native::spawn([](native::mutex_guard<int> mine) { return *mine; }, count.lock().unwrap());
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

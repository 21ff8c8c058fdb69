// SPDX-License-Identifier: MIT
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

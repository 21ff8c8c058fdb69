// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>

int main() {
  subject::mutex<int> count(4);

#ifdef ACCEPTED
  auto reader = subject::spawn([](subject::mutex<int> mine) { return *mine.lock().unwrap(); }, std::move(count));
#else
  auto reader = subject::spawn([](subject::mutex_guard<int> mine) { return *mine; }, count.lock().unwrap());
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

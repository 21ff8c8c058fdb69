// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

int main() {
  subject::mutex<int> count(4);

#ifdef ACCEPTED
  const int kept = *count.lock().unwrap();
#endif
  auto reader = subject::spawn([](subject::mutex<int> mine) { return *mine.lock().unwrap(); }, std::move(count));
#ifndef ACCEPTED
  const int kept = *count.lock().unwrap();
#endif

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <subject.hpp>
#include <utility>

int add_one(subject::mutex<int> mine) {
  return *mine.lock().unwrap() += 1;
}

int main() {
  subject::mutex<int> count(0);

  int seen = 0;
  for (int times = 0; times < 2; ++times) {
#ifdef ACCEPTED
    auto adder = subject::spawn(add_one, subject::mutex<int>(times));
#else
    auto adder = subject::spawn(add_one, std::move(count));
#endif
    seen += std::move(adder).join().unwrap();
  }
  return seen == 3 ? 0 : 1;
}

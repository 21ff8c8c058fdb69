// SPDX-License-Identifier: MIT
// Rejected: fearless[mutex-copied]
#include <subject.hpp>
#include <utility>

int main() {
  subject::mutex<int> count(4);

#ifdef ACCEPTED
  auto mine = std::move(count);
#else
  auto mine = count;
#endif

  return *mine.lock().unwrap() == 4 ? 0 : 1;
}

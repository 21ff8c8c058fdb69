// SPDX-License-Identifier: MIT
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

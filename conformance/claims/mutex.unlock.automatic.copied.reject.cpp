// SPDX-License-Identifier: MIT
// Rejected: fearless[guard-copied]
#include <subject.hpp>
#include <utility>

int main() {
  subject::mutex<int> count(4);
  auto guard = count.lock().unwrap();

#ifdef ACCEPTED
  auto mine = std::move(guard);
#else
  auto mine = guard;
#endif

  return *mine == 4 ? 0 : 1;
}

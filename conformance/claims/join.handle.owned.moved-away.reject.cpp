// SPDX-License-Identifier: MIT
// Rejected: -Wconsumed
#include <subject.hpp>
#include <utility>

int main() {
  auto handle = subject::spawn([] { return 4; });

  auto mine = std::move(handle);
#ifdef ACCEPTED
  return std::move(mine).join().unwrap() == 4 ? 0 : 1;
#else
  return std::move(handle).join().unwrap() == 4 ? 0 : 1;
#endif
}

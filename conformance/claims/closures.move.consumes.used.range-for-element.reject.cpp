// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is the element of a range-based loop.
// Rejected: bugprone-use-after-move
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<std::vector<int>> lists{{2, 3, 5, 7}, {1, 4, 6, 8}};

  for (auto& list : lists) {
#ifdef ACCEPTED
    const auto kept = list.size();
#endif
    auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(list));
#ifndef ACCEPTED
    const auto kept = list.size();
#endif
    if (std::move(reader).join().unwrap() != kept) return 1;
  }
  return 0;
}

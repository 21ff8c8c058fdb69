// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-moved]
#include <native.hpp>

int main() {
  const std::vector<int> numbers{1, 2};
  fearless::scope([&](const fearless::thread_scope& threads) {
    threads.spawn([](const std::vector<int>& own) { return own.size(); }, numbers);
  });
}

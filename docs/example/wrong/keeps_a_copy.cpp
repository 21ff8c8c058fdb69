// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-moved]
#include <fearless/fearless.hpp>
#include <vector>

int main() {
  const std::vector<int> numbers{1, 2, 3};
  fearless::spawn([](std::vector<int> owned) { return owned.size(); }, numbers).detach();
}

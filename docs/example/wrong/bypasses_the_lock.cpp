// SPDX-License-Identifier: MIT
// Rejected: fearless[not-locked]
#include <fearless/fearless.hpp>

int main() {
  fearless::mutex<int> count(3);
  *count += 1;
}

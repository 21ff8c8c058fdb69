// SPDX-License-Identifier: MIT
// Rejected: -Wdangling
#include <fearless/fearless.hpp>

int main() {
  fearless::mutex<int> count(3);
  const int& kept = *count.lock().unwrap();
  return kept;
}

// SPDX-License-Identifier: MIT
// Rejected: fearless[receiver-copied]
#include <fearless/fearless.hpp>

int main() {
  auto [tx, rx] = fearless::channel<int>();
  auto second = rx;
  tx.send(4).unwrap();
  return second.recv().unwrap();
}

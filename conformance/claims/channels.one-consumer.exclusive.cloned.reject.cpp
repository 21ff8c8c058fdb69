// SPDX-License-Identifier: MIT
// Aspect: The receiver is cloned.
// Rejected: fearless[receiver-cloned]
#include <native.hpp>
#include <utility>

int main() {
  auto [tx, rx] = native::channel<int>();

#ifdef ACCEPTED
  auto second = tx.clone();
#else
  auto second = rx.clone();
#endif

  tx.send(4).unwrap();
  return rx.recv().unwrap() == 4 ? 0 : 1;
}

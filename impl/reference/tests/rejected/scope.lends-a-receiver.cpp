// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <native.hpp>

int main() {
  auto [tx, rx] = fearless::channel<int>();
  fearless::scope([&, &lent = rx](const fearless::thread_scope& threads) {
    threads.spawn([](const fearless::receiver<int>& one_of_two) { return one_of_two.is_disconnected(); },
                  std::cref(lent));
  });
}

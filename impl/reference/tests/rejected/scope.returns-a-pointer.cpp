// SPDX-License-Identifier: MIT
// Rejected: fearless[result-not-send]
#include <native.hpp>

int main() {
  int lent = 1;
  fearless::scope(
      [&](const fearless::thread_scope& threads) { threads.spawn([](int& to) { return &to; }, std::ref(lent)); });
}

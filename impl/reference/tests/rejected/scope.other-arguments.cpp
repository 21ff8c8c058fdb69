// SPDX-License-Identifier: MIT
// Rejected: fearless[body-arguments]
#include <native.hpp>

int main() {
  const int lent = 1;
  fearless::scope(
      [&](const fearless::thread_scope& threads) { threads.spawn([](int& to) { ++to; }, std::cref(lent)); });
}

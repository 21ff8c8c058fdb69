// SPDX-License-Identifier: MIT
// Rejected: fearless[value-borrows]
#include <native.hpp>

int main() {
  int changed = 0;
  fearless::scope([&](const fearless::thread_scope& threads) { threads.spawn([](int* to) { ++*to; }, &changed); });
}

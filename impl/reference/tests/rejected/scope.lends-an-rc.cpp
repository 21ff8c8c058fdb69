// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <native.hpp>

int main() {
  const auto owner = fearless::make_rc<int>(1);
  fearless::scope([&](const fearless::thread_scope& threads) {
    threads.spawn([](const fearless::rc<int>& lent) { return lent.clone().strong_count(); }, std::cref(owner));
  });
}

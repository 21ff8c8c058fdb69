// SPDX-License-Identifier: MIT
// Rejected: fearless[handle-copied]
#include <native.hpp>

int main() {
  fearless::scope([](const fearless::thread_scope& threads) {
    auto handle = threads.spawn([] {});
    auto copy = handle;
  });
}

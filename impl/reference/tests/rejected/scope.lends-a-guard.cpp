// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <native.hpp>

int main() {
  const fearless::mutex<int> locked(1);
  auto guard = locked.lock().unwrap();
  fearless::scope([&](const fearless::thread_scope& threads) {
    threads.spawn([](fearless::mutex_guard<int>& lent) { std::move(lent).unlock(); }, std::ref(guard));
  });
}

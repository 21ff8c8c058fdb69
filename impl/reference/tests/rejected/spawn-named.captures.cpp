// SPDX-License-Identifier: MIT
// Rejected: fearless[closure-borrows]
#include <native.hpp>

int main() {
  int changed = 0;
  fearless::spawn_named("worker", [&] { ++changed; }).detach();
}

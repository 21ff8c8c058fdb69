// SPDX-License-Identifier: MIT
// Wrong: a guard that has a name outlives its mutex.
// Seen by: nothing
#include <native.hpp>

auto locked(int first) {
  const native::mutex<int> count(first);
  auto guard = count.lock().unwrap();
  return guard;
}

int main() {
  return *locked(4) == 4 ? 0 : 1;
}

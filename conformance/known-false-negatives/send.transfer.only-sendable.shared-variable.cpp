// SPDX-License-Identifier: MIT
// Wrong: a global variable is used by two threads without an Arc or a mutex.
// Seen by: nothing
#include <native.hpp>
#include <utility>

int count = 3;

int main() {
  auto other = native::spawn([] { count += 1; });
  count += 1;

  std::move(other).join().unwrap();
  return count == 5 ? 0 : 1;
}

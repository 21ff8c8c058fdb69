// SPDX-License-Identifier: MIT
// Wrong: a mutex is moved while it is locked.
// Seen by: nothing
#include <native.hpp>
#include <utility>

int main() {
  native::mutex<int> first(4);

  auto guard = first.lock().unwrap();
  native::mutex<int> second(std::move(first));

  return *guard == *second.lock().unwrap() ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Wrong: the address of a variable goes to another thread as a number and is converted back there.
// Seen by: nothing
#include <cstdint>
#include <native.hpp>
#include <utility>

int main() {
  int count = 3;

  const auto address = reinterpret_cast<std::uintptr_t>(&count);
  auto other = native::spawn([](std::uintptr_t mine) { *reinterpret_cast<int*>(mine) += 1; }, address);
  count += 1;

  std::move(other).join().unwrap();
  return count == 5 ? 0 : 1;
}

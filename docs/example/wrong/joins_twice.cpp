// SPDX-License-Identifier: MIT
// Rejected: -Wconsumed
#include <fearless/fearless.hpp>
#include <utility>

int main() {
  auto handle = fearless::spawn([] { return 0; });
  std::move(handle).join().unwrap();
  return std::move(handle).join().unwrap();
}

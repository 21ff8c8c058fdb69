// SPDX-License-Identifier: MIT
// Aspect: The handle is joined twice.
// Rejected: -Wconsumed
#include <native.hpp>
#include <utility>

int main() {
  auto handle = native::spawn([] { return 4; });

  const int first = std::move(handle).join().unwrap();
#ifdef ACCEPTED
  const int second = first;
#else
  const int second = std::move(handle).join().unwrap();
#endif

  return first == second ? 0 : 1;
}

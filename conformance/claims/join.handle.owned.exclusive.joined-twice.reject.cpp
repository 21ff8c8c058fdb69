// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
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

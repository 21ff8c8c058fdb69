// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
// Aspect: The handle is copied.
// Rejected: fearless[handle-copied]
#include <native.hpp>
#include <utility>

int main() {
  auto handle = native::spawn([] { return 4; });

#ifdef ACCEPTED
  auto mine = std::move(handle);
#else
  auto mine = handle;
#endif

  return std::move(mine).join().unwrap() == 4 ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
// Aspect: The handle is used after it was moved to another thread.
// Rejected: -Wconsumed
#include <native.hpp>
#include <utility>

int main() {
  auto handle = native::spawn([] { return 4; });

  auto waiter =
      native::spawn([](native::join_handle<int> mine) { return std::move(mine).join().unwrap(); }, std::move(handle));
#ifdef ACCEPTED
  return std::move(waiter).join().unwrap() == 4 ? 0 : 1;
#else
  return std::move(handle).join().unwrap() == 4 ? 0 : 1;
#endif
}

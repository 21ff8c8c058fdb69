// SPDX-License-Identifier: MIT
// Rejected: fearless[not-locked]
#include <native.hpp>

int main() {
  native::mutex<int> count(3);

#ifdef ACCEPTED
  *count.lock().unwrap() += 1;
#else
  *count += 1;
#endif

  return *count.lock().unwrap() == 4 ? 0 : 1;
}

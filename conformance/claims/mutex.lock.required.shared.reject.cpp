// SPDX-License-Identifier: MIT
// Rejected: fearless[not-locked]
#include <subject.hpp>

int main() {
  const auto count = subject::make_arc<subject::mutex<int>>(4);

#ifdef ACCEPTED
  return *count->lock().unwrap() == 4 ? 0 : 1;
#else
  return **count == 4 ? 0 : 1;
#endif
}

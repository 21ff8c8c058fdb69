// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>

int main() {
#ifdef ACCEPTED
  auto shared = subject::make_arc<int>(4);
#else
  auto shared = subject::make_rc<int>(4);
#endif

  auto clone = shared.clone();
  auto reader = subject::spawn([](auto mine) { return *mine; }, std::move(clone));

  return std::move(reader).join().unwrap() == *shared ? 0 : 1;
}

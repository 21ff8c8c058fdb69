// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <fearless/fearless.hpp>
#include <utility>

int main() {
  auto number = fearless::make_rc<int>(4);
  fearless::spawn([](fearless::rc<int> shared) { return *shared; }, std::move(number)).detach();
}

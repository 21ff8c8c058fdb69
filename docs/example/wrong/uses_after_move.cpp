// SPDX-License-Identifier: MIT
// Rejected: bugprone-use-after-move
#include <fearless/fearless.hpp>
#include <string>
#include <utility>

int main() {
  std::string text = "given away";
  fearless::spawn([](std::string) {}, std::move(text)).detach();
  return static_cast<int>(text.size());
}

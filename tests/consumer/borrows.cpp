// SPDX-License-Identifier: MIT
#include <fearless/fearless.hpp>
#include <string>

int main() {
  const std::string text = "borrowed";
  fearless::spawn([&text] { return text.size(); }).detach();
}

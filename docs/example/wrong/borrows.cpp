// SPDX-License-Identifier: MIT
// Rejected: fearless[closure-borrows]
#include <fearless/fearless.hpp>
#include <string>

int main() {
  const std::string text = "borrowed";
  fearless::spawn([&text] { return text.size(); }).detach();
}

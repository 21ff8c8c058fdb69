// SPDX-License-Identifier: MIT
#include <fearless/fearless.hpp>
#include <string>
#include <utility>

int main() {
  std::string text = "owned";
  auto length = fearless::spawn([](std::string owned) { return owned.size(); }, std::move(text));
  return std::move(length).join().unwrap() == 5 ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: A string view of the spawner's string is passed as an argument.
// Rejected: fearless[value-borrows]
#include <native.hpp>
#include <string>
#include <string_view>
#include <utility>

int main() {
  std::string word = "four";

#ifdef ACCEPTED
  auto reader = native::spawn([](std::string mine) { return mine.size(); }, std::move(word));
#else
  auto reader = native::spawn([](std::string_view borrowed) { return borrowed.size(); }, std::string_view(word));
#endif

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

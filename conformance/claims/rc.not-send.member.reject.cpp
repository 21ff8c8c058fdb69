// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <string>
#include <subject.hpp>
#include <utility>

#ifdef ACCEPTED
using owner = subject::arc<int>;
owner make() {
  return subject::make_arc<int>(4);
}
#else
using owner = subject::rc<int>;
owner make() {
  return subject::make_rc<int>(4);
}
#endif

struct labelled {
  std::string label;
  owner shared;
};

int main() {
  auto reader = subject::spawn([](labelled mine) { return *mine.shared; }, labelled{"four", make()});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

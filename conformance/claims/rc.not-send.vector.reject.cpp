// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>
#include <vector>

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

int main() {
  std::vector<owner> shared;
  shared.push_back(make());

  auto reader = subject::spawn([](std::vector<owner> mine) { return *mine.front(); }, std::move(shared));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

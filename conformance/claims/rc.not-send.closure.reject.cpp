// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
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

/// A closure written by hand, since nobody can look into a lambda.
struct value_of {
  owner shared;
  int operator()() const { return *shared; }
};

int main() {
  auto reader = subject::spawn([](value_of mine) { return mine(); }, value_of{make()});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

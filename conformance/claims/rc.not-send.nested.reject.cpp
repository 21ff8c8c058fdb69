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

struct leaf {
  owner shared;
};
struct branch {
  leaf only;
};
struct tree {
  int height;
  branch lowest;
};

int main() {
  auto reader = subject::spawn([](tree mine) { return *mine.lowest.only.shared; }, tree{1, {{make()}}});

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

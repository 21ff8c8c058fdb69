// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be sendable, without action of its author, exactly if all its parts are,
//   at every depth. Types with hidden parts are exempt.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <optional>
#include <utility>
#include <vector>

#ifdef ACCEPTED
using owner = native::arc<int>;
owner make() {
  return native::make_arc<int>(4);
}
#else
using owner = native::rc<int>;
owner make() {
  return native::make_rc<int>(4);
}
#endif

struct leaf {
  int number;
  owner shared;
};
struct branch {
  std::vector<leaf> leaves;
};
struct tree {
  int height;
  std::optional<branch> top;
};

int main() {
  tree grown{1, branch{}};
  grown.top->leaves.push_back({2, make()});

  auto reader = native::spawn([](tree mine) { return *mine.top->leaves.front().shared; }, std::move(grown));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}

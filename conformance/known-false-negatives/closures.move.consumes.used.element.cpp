// SPDX-License-Identifier: MIT
// Wrong: an element of a container is used after it was moved away.
// Seen by: nothing
#include <native.hpp>
#include <utility>
#include <vector>

int main() {
  std::vector<std::vector<int>> lists{{2, 3, 5, 7}};

  auto reader = native::spawn([](std::vector<int> mine) { return mine.size(); }, std::move(lists[0]));
  const auto kept = lists[0].size();

  return std::move(reader).join().unwrap() == kept ? 0 : 1;
}

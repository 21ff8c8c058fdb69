// SPDX-License-Identifier: MIT
// Claim: A value of a sendable type shall arrive complete on another thread, which then is its owner, as part of a
//   closure, as a message, or as the result that a join returns.
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

// The value goes to another thread in a closure, is changed there, and comes back as the result.
CLAIM("send.transfer.arrives") {
  struct letter {
    std::vector<int> lines;
    testing::counted sealed;
  };
  const testing::tally letters;

  auto writer = bindings::spawn([mine = letter{{1, 2, 3}, {letters, 7}}]() mutable {
    mine.lines.push_back(4);
    return std::move(mine);
  });
  {
    const auto joined = writer.join();

    REQUIRE(joined.value() != nullptr);
    CHECK(joined.value()->lines == std::vector{1, 2, 3, 4});
    CHECK(joined.value()->sealed.value() == 7);
  }
  CHECK(letters.copies() == 0);
  CHECK(letters.drops() == 1);
}

// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/stack.hpp"
#include "subject/thread.hpp"

namespace {

/// Its frame is gone as soon as it returns. The thread that it spawned is not.
[[gnu::noinline]] subject::join_handle<std::vector<int>> spawn_and_return(subject::gate returned) {
  std::vector<int> primes{2, 3, 5, 7};
  return subject::spawn([returned, mine = std::move(primes)] {
    returned.pass();
    return mine;
  });
}

}  // namespace

CLAIM("closures.outlives") {
  const subject::gate returned;

  auto handle = spawn_and_return(returned);
  subject::overwrite_dead_stack();
  returned.open();
  const auto ended = handle.join();

  CHECK(ended == std::vector{2, 3, 5, 7});
}

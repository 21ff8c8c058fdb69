// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/stack.hpp"
#include "subject/thread.hpp"

namespace {

/// Leaves nothing behind but the thread, for which nobody can wait.
[[gnu::noinline]] void spawn_and_forget(subject::gate returned, subject::gate whole, subject::gate done) {
  std::vector<int> primes{2, 3, 5, 7};
  subject::drop(subject::spawn([returned, whole, done, mine = std::move(primes)] {
    returned.pass();
    if (mine == std::vector{2, 3, 5, 7}) whole.open();
    done.open();
  }));
}

}  // namespace

CLAIM("closures.outlives") {
  const subject::gate returned, whole, done;

  spawn_and_forget(returned, whole, done);
  subject::overwrite_dead_stack();
  returned.open();
  done.pass();

  CHECK(whole.is_open());
}

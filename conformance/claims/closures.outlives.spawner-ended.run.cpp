// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("closures.outlives") {
  const subject::gate ended, whole, done;

  auto spawner = subject::spawn([ended, whole, done] {
    std::vector<int> primes{2, 3, 5, 7};
    subject::drop(subject::spawn([ended, whole, done, mine = std::move(primes)] {
      ended.pass();
      if (mine == std::vector{2, 3, 5, 7}) whole.open();
      done.open();
    }));
  });
  spawner.join();  // with the whole stack that the second thread was spawned from
  ended.open();
  done.pass();

  CHECK(whole.is_open());
}

// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

CLAIM("join.waits") {
  const subject::gate runs, finish, joined;
  const subject::watch joiner;
  auto handle = subject::spawn([=] {
    runs.open();
    finish.pass();
  });
  runs.pass();

  auto joining = subject::spawn([=, worker = std::move(handle)]() mutable {
    joiner.here();
    worker.join();
    joined.open();
  });
  joiner.settle();

  CHECK_FALSE(joined.is_open());
  finish.open();
  joining.join();
  CHECK(joined.is_open());
}

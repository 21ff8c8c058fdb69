// SPDX-License-Identifier: MIT
#include <unistd.h>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("threads.spawn.new-thread") {
  const subject::gate arrived, leave;
  const pid_t spawner = gettid();

  const auto alone = subject::spawn([] { return gettid(); }).join();
  REQUIRE(alone.value() != nullptr);
  REQUIRE(*alone.value() != spawner);

  auto staying = subject::spawn([=] {
    arrived.open();
    leave.pass();
    return gettid();
  });
  arrived.pass();  // before that its thread may well be another's
  const auto beside = subject::spawn([] { return gettid(); }).join();
  leave.open();
  const auto stayed = staying.join();

  REQUIRE(beside.value() != nullptr);
  REQUIRE(stayed.value() != nullptr);
  CHECK(*beside.value() != spawner);
  CHECK(*stayed.value() != spawner);
  CHECK(*beside.value() != *stayed.value());
}

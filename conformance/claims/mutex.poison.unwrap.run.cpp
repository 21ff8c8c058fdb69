// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"

CLAIM("mutex.poison.unwrap") {
  const subject::mutex<int> data(5);
  const subject::gate went_in, went_on;
  const auto unwrap = [=] {
    data.with_lock_unwrap([=](int&) { went_in.open(); });
    went_on.open();
  };

  CHECK_FALSE(subject::spawn(unwrap).join().panicked());
  CHECK(went_in.is_open());
  subject::poison(data);

  const subject::gate went_in_again, went_on_again;
  auto unwrapping = subject::spawn([=] {
    data.with_lock_unwrap([=](int&) { went_in_again.open(); });
    went_on_again.open();
  });
  CHECK(unwrapping.join().panicked());
  CHECK_FALSE(went_in_again.is_open());
  CHECK_FALSE(went_on_again.is_open());
}

// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

// So does a thread that was waiting already, and with each panic that comes of the first one the next thread learns of
// it too.
CLAIM("mutex.poison.unwrap") {
  const subject::mutex<int> data(5);
  const subject::gate inside, leave;
  const subject::watch one, other;
  const auto unwrap = [=](const subject::watch& self) {
    return [=] {
      self.here();
      data.with_lock_unwrap([](int& number) { number = 6; });
    };
  };

  auto holder = subject::spawn([=] {
    data.with_lock_unwrap([=](int&) {
      inside.open();
      leave.pass();
      subject::panic(1);
    });
  });
  inside.pass();
  auto waits = subject::spawn(unwrap(one));
  auto waits_too = subject::spawn(unwrap(other));
  one.settle();
  other.settle();
  leave.open();

  CHECK(holder.join().panicked());
  CHECK(waits.join().panicked());
  CHECK(waits_too.join().panicked());
}

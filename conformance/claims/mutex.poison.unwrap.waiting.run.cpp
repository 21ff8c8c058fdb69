// SPDX-License-Identifier: MIT
// Claim: Unwrapping the lock result of a lock that failed shall make the thread panic. A thread that joins it receives
//   an error.
// Aspect: Two threads already wait for the lock when its holder panics.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("mutex.poison.unwrap") {
  const bindings::mutex<int> data(5);
  const testing::latch inside, leave;
  const testing::watch one, other;
  const auto unwrap = [=](const testing::watch& self) {
    return [=] {
      self.here();
      data.with_lock_unwrap([](int& number) { number = 6; });
    };
  };

  auto holder = bindings::spawn([=] {
    data.with_lock_unwrap([=](int&) {
      inside.open();
      leave.wait();
      bindings::panic(1);
    });
  });
  inside.wait();
  auto waits = bindings::spawn(unwrap(one));
  auto waits_too = bindings::spawn(unwrap(other));
  one.settle();
  other.settle();
  leave.open();

  CHECK(holder.join().panicked());
  CHECK(waits.join().panicked());
  CHECK(waits_too.join().panicked());
}

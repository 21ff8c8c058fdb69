// SPDX-License-Identifier: MIT
// Claim: A lock shall be released when its guard is dropped, and not before: at the end of its scope, by an early
//   return, or by a panic.
// Aspect: A thread already waits when the holder returns early or panics.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

void return_early(int& inside) {
  if (inside == 5) return;
  inside = 0;
}
void panic(int&) {
  bindings::panic(1);
}

}  // namespace

CLAIM("mutex.unlock.automatic.on-drop") {
  for (const auto go : {return_early, panic}) {
    const bindings::mutex<int> data(5);
    const testing::latch inside, leave;
    const testing::watch waiter;

    auto holder = bindings::spawn([=] {
      data.with_lock([=](int& five) {
        inside.open();
        leave.wait();
        go(five);
      });
    });
    inside.wait();
    auto waiting = bindings::spawn([=] {
      waiter.here();
      return data.lock().would_block();
    });
    waiter.settle();
    leave.open();

    CHECK(waiting.join() == false);
    holder.join();
  }
}

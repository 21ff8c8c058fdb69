// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

namespace {

void return_early(int& inside) {
  if (inside == 5) return;
  inside = 0;
}
void panic(int&) {
  subject::panic(1);
}

}  // namespace

// Who waits already learns of it, whichever way the holder went.
CLAIM("mutex.unlock.automatic") {
  for (const auto go : {return_early, panic}) {
    const subject::mutex<int> data(5);
    const subject::gate inside, leave;
    const subject::watch waiter;

    auto holder = subject::spawn([=] {
      data.with_lock([=](int& five) {
        inside.open();
        leave.pass();
        go(five);
      });
    });
    inside.pass();
    auto waiting = subject::spawn([=] {
      waiter.here();
      return data.lock().would_block();
    });
    waiter.settle();
    leave.open();

    CHECK(waiting.join() == false);
    holder.join();
  }
}

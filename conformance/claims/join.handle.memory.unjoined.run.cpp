// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for threads that have finished, and whose join handles were used to join or dropped,
//   shall not grow with the number of these threads.
// Aspect: The handle is dropped without a join, before the thread has finished or later.
#include <vector>

#include "bindings/port.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

/// A thread whose result has neither data nor a drop, so that what remains is the thread's own.
struct one_thread {
  testing::watch watched;
  testing::latch goes_on, dropped;

  fearless_thread* spawn() {
    return bindings::threads().spawn({.env = this,
                                      .call =
                                          [](void* env, fearless_value* result) {
                                            const auto& own = *static_cast<one_thread*>(env);
                                            own.watched.here();
                                            own.goes_on.wait();
                                            *result = {};
                                            return FEARLESS_RETURNS;
                                          },
                                      .drop = [](void* env) { static_cast<one_thread*>(env)->dropped.open(); }});
  }
};

}  // namespace

CLAIM("join.handle.memory") {
  // They remain until the process ends, since the threads are not joined. So all of them are made before.
  auto& dropped_before = *new std::vector<one_thread>(testing::growth::most_times);
  auto& dropped_later = *new std::vector<one_thread>(testing::growth::most_times);
  std::size_t number = 0;

  CHECK_FALSE(testing::grows([&] {
    one_thread& first = dropped_before[number];
    bindings::threads().detach(first.spawn());
    first.goes_on.open();
    first.dropped.wait();

    one_thread& second = dropped_later[number];
    fearless_thread* const handle = second.spawn();
    second.goes_on.open();
    second.watched.settle();
    bindings::threads().detach(handle);
    second.dropped.wait();
    ++number;
  }));
}

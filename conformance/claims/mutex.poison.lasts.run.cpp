// SPDX-License-Identifier: MIT
// Claim: A mutex shall remain poisoned until something clears it: every lock fails, on every thread and however often
//   it is called.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

namespace {

/// Whether the lock fails each time.
bool fails_on_and_on(const bindings::mutex<int>& data) {
  bool always = true;
  for (int times = 0; times < 10; ++times) {
    always = data.lock().is_poisoned() && always;
    always = data.try_lock().is_poisoned() && always;
    always = !data.with_lock([](int&) {}) && always;
  }
  return always;
}

bool fails_on_another_thread(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return fails_on_and_on(data); }).join() == true;
}

}  // namespace

// The mutex is poisoned for the thread that panicked, for threads that have seen the lock fail and for other threads,
// both while that thread lives and afterwards.
CLAIM("mutex.poison.lasts") {
  const bindings::mutex<int> data(5);
  const testing::latch panicked, end;

  auto holder = bindings::spawn([=] {
    const bool caught = bindings::panics([&] { data.with_lock([](int&) { bindings::panic(1); }); });
    const bool failed = fails_on_and_on(data);
    panicked.open();
    end.wait();
    return caught && failed;
  });
  panicked.wait();
  CHECK(fails_on_and_on(data));
  CHECK(fails_on_another_thread(data));

  end.open();
  CHECK(holder.join() == true);
  CHECK(fails_on_and_on(data));
  CHECK(fails_on_another_thread(data));
}

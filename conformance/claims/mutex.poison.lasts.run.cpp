// SPDX-License-Identifier: MIT
#include "subject/mutex.hpp"

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

namespace {

/// Whether the lock fails each time that it is asked for.
bool fails_on_and_on(const subject::mutex<int>& data) {
  bool always = true;
  for (int times = 0; times < 10; ++times) {
    always = data.lock().is_poisoned() && always;
    always = data.try_lock().is_poisoned() && always;
    always = !data.with_lock([](int&) {}) && always;
  }
  return always;
}

bool fails_on_another_thread(const subject::mutex<int>& data) {
  return subject::spawn([data] { return fails_on_and_on(data); }).join() == true;
}

}  // namespace

// On the thread that panicked, if it lives on, on those that have seen the lock fail, and on those that have not; while
// that thread lives, and afterwards.
CLAIM("mutex.poison.lasts") {
  const subject::mutex<int> data(5);
  const subject::gate panicked, end;

  auto holder = subject::spawn([=] {
    const bool caught = subject::panics([&] { data.with_lock([](int&) { subject::panic(1); }); });
    const bool failed = fails_on_and_on(data);
    panicked.open();
    end.pass();
    return caught && failed;
  });
  panicked.pass();
  CHECK(fails_on_and_on(data));
  CHECK(fails_on_another_thread(data));

  end.open();
  CHECK(holder.join() == true);
  CHECK(fails_on_and_on(data));
  CHECK(fails_on_another_thread(data));
}

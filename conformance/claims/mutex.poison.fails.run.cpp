// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/holding.hpp"
#include "subject/thread.hpp"

namespace {

/// Whether the lock fails, in every way in which it can be asked for.
bool fails(const subject::mutex<int>& data) {
  bool ran = false;
  const bool scope_entered = data.with_lock([&](int&) { ran = true; });
  return data.lock().is_poisoned() && data.try_lock().is_poisoned() && !scope_entered && !ran;
}

}  // namespace

CLAIM("mutex.poison.fails") {
  const subject::mutex<int> data(5);
  CHECK_FALSE(fails(data));

  auto holder = subject::spawn([data] { data.with_lock([](int&) { subject::panic(1); }); });
  CHECK(holder.join().panicked());

  CHECK(fails(data));
  CHECK(subject::spawn([data] { return fails(data); }).join() == true);
}

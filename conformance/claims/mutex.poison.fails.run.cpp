// SPDX-License-Identifier: MIT
// Claim: After a holder panicked, lock and try_lock shall fail on every other thread, with an error in the lock result.
//   A call that is already waiting fails too.
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/holding.hpp"

namespace {

/// Whether each way to lock fails.
bool fails(const bindings::mutex<int>& data) {
  bool ran = false;
  const bool scope_entered = data.with_lock([&](int&) { ran = true; });
  return data.lock().is_poisoned() && data.try_lock().is_poisoned() && !scope_entered && !ran;
}

}  // namespace

CLAIM("mutex.poison.fails") {
  const bindings::mutex<int> data(5);
  CHECK_FALSE(fails(data));

  auto holder = bindings::spawn([data] { data.with_lock([](int&) { bindings::panic(1); }); });
  CHECK(holder.join().panicked());

  CHECK(fails(data));
  CHECK(bindings::spawn([data] { return fails(data); }).join() == true);
}

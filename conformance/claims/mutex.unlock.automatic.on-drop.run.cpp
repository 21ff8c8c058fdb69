// SPDX-License-Identifier: MIT
// Claim: A lock shall be released when its guard is dropped, and not before: at the end of its scope, by an early
//   return, or by a panic.
#include "bindings/mutex.hpp"

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

/// Whether another thread finds the lock taken.
bool is_taken(const bindings::mutex<int>& data) {
  return bindings::spawn([data] { return data.try_lock().would_block(); }).join() == true;
}

void end_of_scope(const bindings::mutex<int>& data) {
  const auto held = data.lock();
  CHECK(held == 5);
  CHECK(is_taken(data));
}

void end_of_another_scope(const bindings::mutex<int>& data) {
  const auto held = data.try_lock();
  CHECK(held == 5);
  CHECK(is_taken(data));
}

void early_return(const bindings::mutex<int>& data) {
  data.with_lock([](int& inside) {
    if (inside == 5) return;
    inside = 0;
  });
}

void panic(const bindings::mutex<int>& data) {
  CHECK(bindings::panics([&] { data.with_lock([](int&) { bindings::panic(1); }); }));
}

void panic_unwrapped(const bindings::mutex<int>& data) {
  CHECK(bindings::panics([&] { data.with_lock_unwrap([](int&) { bindings::panic(1); }); }));
}

}  // namespace

CLAIM("mutex.unlock.automatic.on-drop") {
  for (const auto hold : {end_of_scope, end_of_another_scope, early_return, panic, panic_unwrapped}) {
    const bindings::mutex<int> data(5);
    hold(data);
    CHECK_FALSE(is_taken(data));
  }
}

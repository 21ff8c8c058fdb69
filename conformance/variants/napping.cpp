// SPDX-License-Identifier: MIT
// A correct implementation that takes a nap before whatever it does.
#include <chrono>
#include <thread>

#include "mutant.hpp"

namespace {

void nap() {
  std::this_thread::sleep_for(std::chrono::microseconds(500));
}

fearless_outcome call(void* env, fearless_value* result) {
  nap();
  const auto& own = *static_cast<fearless_closure*>(env);
  const auto outcome = own.call(own.env, result);
  nap();
  return outcome;
}

void drop(void* env) {
  nap();
  const auto* const own = static_cast<fearless_closure*>(env);
  own->drop(own->env);
  delete own;
  nap();
}

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    nap();
    auto* const thread = reference.threads.spawn({.env = new fearless_closure(closure), .call = call, .drop = drop});
    nap();
    return thread;
  };
  port.threads.join = [](fearless_thread* thread, fearless_value* result) {
    nap();
    return reference.threads.join(thread, result);
  };
  port.threads.join_unwrap = [](fearless_thread* thread, fearless_value* result) {
    nap();
    return reference.threads.join_unwrap(thread, result);
  };
  port.threads.detach = [](fearless_thread* thread) {
    nap();
    reference.threads.detach(thread);
  };
  port.threads.sleep = [](std::uint64_t nanoseconds) {
    nap();
    reference.threads.sleep(nanoseconds);
  };
}

// SPDX-License-Identifier: MIT
// A correct implementation that sleeps before each operation; before frequent operations it sleeps only sometimes.
#include <atomic>
#include <chrono>
#include <thread>

#include "mutant.hpp"

namespace {

void sleep_briefly() {
  std::this_thread::sleep_for(std::chrono::microseconds(500));
}

/// Sleeps at one of `Calls` calls.
template <unsigned Calls = 16>
void sleep_sometimes() {
  static std::atomic<unsigned> operations = 0;
  if (operations.fetch_add(1, std::memory_order_relaxed) % Calls == 0) sleep_briefly();  // must order nothing
}

constexpr unsigned many = 256;  // for operations that take almost no time

fearless_outcome call(void* env, fearless_value* result) {
  sleep_briefly();
  const auto& own = *static_cast<fearless_closure*>(env);
  const auto outcome = own.call(own.env, result);
  sleep_briefly();
  return outcome;
}

void drop(void* env) {
  sleep_briefly();
  const auto* const own = static_cast<fearless_closure*>(env);
  own->drop(own->env);
  delete own;
  sleep_briefly();
}

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    sleep_briefly();
    auto* const thread = reference.threads.spawn({.env = new fearless_closure(closure), .call = call, .drop = drop});
    sleep_briefly();
    return thread;
  };
  port.threads.join = [](fearless_thread* thread, fearless_value* result) {
    sleep_briefly();
    return reference.threads.join(thread, result);
  };
  port.threads.join_unwrap = [](fearless_thread* thread, fearless_value* result) {
    sleep_briefly();
    return reference.threads.join_unwrap(thread, result);
  };
  port.threads.detach = [](fearless_thread* thread) {
    sleep_briefly();
    reference.threads.detach(thread);
  };
  port.threads.sleep = [](std::uint64_t nanoseconds) {
    sleep_briefly();
    reference.threads.sleep(nanoseconds);
  };

  port.channels.clone_sender = [](const fearless_sender* sender) {
    sleep_sometimes();
    return reference.channels.clone_sender(sender);
  };
  port.channels.drop_sender = [](fearless_sender* sender) {
    sleep_sometimes();
    reference.channels.drop_sender(sender);
  };
  port.channels.drop_receiver = [](fearless_receiver* receiver) {
    sleep_sometimes();
    reference.channels.drop_receiver(receiver);
  };
  port.channels.send = [](fearless_sender* sender, fearless_value value, fearless_value* returned) {
    sleep_sometimes();
    return reference.channels.send(sender, value, returned);
  };
  port.channels.recv = [](fearless_receiver* receiver, fearless_value* value) {
    sleep_sometimes();
    return reference.channels.recv(receiver, value);
  };
  port.channels.try_recv = [](fearless_receiver* receiver, fearless_value* value) {
    sleep_sometimes();
    return reference.channels.try_recv(receiver, value);
  };

  port.mutexes.lock = [](fearless_mutex* mutex, fearless_guard** guard) {
    sleep_sometimes();
    return reference.mutexes.lock(mutex, guard);
  };
  port.mutexes.try_lock = [](fearless_mutex* mutex, fearless_guard** guard) {
    sleep_sometimes();
    return reference.mutexes.try_lock(mutex, guard);
  };
  port.mutexes.deref = [](fearless_guard* guard) {
    sleep_sometimes();
    return reference.mutexes.deref(guard);
  };
  port.mutexes.unlock = [](fearless_guard* guard) {
    sleep_sometimes();
    reference.mutexes.unlock(guard);
  };
  port.mutexes.with_lock = [](fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome) {
    sleep_sometimes();
    return reference.mutexes.with_lock(mutex, body, env, outcome);
  };
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    sleep_sometimes();
    return reference.mutexes.with_lock_unwrap(mutex, body, env);
  };

  port.rcs.clone = [](const fearless_rc* owner) {
    sleep_sometimes<many>();
    return reference.rcs.clone(owner);
  };
  port.rcs.deref = [](const fearless_rc* owner) {
    sleep_sometimes<many>();
    return reference.rcs.deref(owner);
  };
  port.rcs.count = [](const fearless_rc* owner) {
    sleep_sometimes<many>();
    return reference.rcs.count(owner);
  };
  port.rcs.drop = [](fearless_rc* owner) {
    sleep_sometimes<many>();
    reference.rcs.drop(owner);
  };

  port.arcs.clone = [](const fearless_arc* owner) {
    sleep_sometimes<many>();
    return reference.arcs.clone(owner);
  };
  port.arcs.deref = [](const fearless_arc* owner) {
    sleep_sometimes<many>();
    return reference.arcs.deref(owner);
  };
  port.arcs.count = [](const fearless_arc* owner) {
    sleep_sometimes<many>();
    return reference.arcs.count(owner);
  };
  port.arcs.drop = [](fearless_arc* owner) {
    sleep_sometimes<many>();
    reference.arcs.drop(owner);
  };
}

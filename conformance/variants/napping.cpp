// SPDX-License-Identifier: MIT
// A correct implementation that takes a nap before whatever it does; where it does much, now and then.
#include <atomic>
#include <chrono>
#include <thread>

#include "mutant.hpp"

namespace {

void nap() {
  std::this_thread::sleep_for(std::chrono::microseconds(500));
}

/// Naps at one of so many calls.
template <unsigned Calls = 16>
void nap_now_and_then() {
  static std::atomic<unsigned> operations = 0;
  if (operations.fetch_add(1, std::memory_order_relaxed) % Calls == 0) nap();  // orders nothing, and is not meant to
}

constexpr unsigned many = 256;  // of what takes next to no time

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

  port.channels.clone_sender = [](const fearless_sender* sender) {
    nap_now_and_then();
    return reference.channels.clone_sender(sender);
  };
  port.channels.drop_sender = [](fearless_sender* sender) {
    nap_now_and_then();
    reference.channels.drop_sender(sender);
  };
  port.channels.drop_receiver = [](fearless_receiver* receiver) {
    nap_now_and_then();
    reference.channels.drop_receiver(receiver);
  };
  port.channels.send = [](fearless_sender* sender, fearless_value value, fearless_value* returned) {
    nap_now_and_then();
    return reference.channels.send(sender, value, returned);
  };
  port.channels.recv = [](fearless_receiver* receiver, fearless_value* value) {
    nap_now_and_then();
    return reference.channels.recv(receiver, value);
  };
  port.channels.try_recv = [](fearless_receiver* receiver, fearless_value* value) {
    nap_now_and_then();
    return reference.channels.try_recv(receiver, value);
  };

  port.mutexes.lock = [](fearless_mutex* mutex, fearless_guard** guard) {
    nap_now_and_then();
    return reference.mutexes.lock(mutex, guard);
  };
  port.mutexes.try_lock = [](fearless_mutex* mutex, fearless_guard** guard) {
    nap_now_and_then();
    return reference.mutexes.try_lock(mutex, guard);
  };
  port.mutexes.deref = [](fearless_guard* guard) {
    nap_now_and_then();
    return reference.mutexes.deref(guard);
  };
  port.mutexes.unlock = [](fearless_guard* guard) {
    nap_now_and_then();
    reference.mutexes.unlock(guard);
  };
  port.mutexes.with_lock = [](fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome) {
    nap_now_and_then();
    return reference.mutexes.with_lock(mutex, body, env, outcome);
  };
  port.mutexes.with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) {
    nap_now_and_then();
    return reference.mutexes.with_lock_unwrap(mutex, body, env);
  };

  port.rcs.clone = [](const fearless_rc* owner) {
    nap_now_and_then<many>();
    return reference.rcs.clone(owner);
  };
  port.rcs.deref = [](const fearless_rc* owner) {
    nap_now_and_then<many>();
    return reference.rcs.deref(owner);
  };
  port.rcs.count = [](const fearless_rc* owner) {
    nap_now_and_then<many>();
    return reference.rcs.count(owner);
  };
  port.rcs.drop = [](fearless_rc* owner) {
    nap_now_and_then<many>();
    reference.rcs.drop(owner);
  };

  port.arcs.clone = [](const fearless_arc* owner) {
    nap_now_and_then<many>();
    return reference.arcs.clone(owner);
  };
  port.arcs.deref = [](const fearless_arc* owner) {
    nap_now_and_then<many>();
    return reference.arcs.deref(owner);
  };
  port.arcs.count = [](const fearless_arc* owner) {
    nap_now_and_then<many>();
    return reference.arcs.count(owner);
  };
  port.arcs.drop = [](fearless_arc* owner) {
    nap_now_and_then<many>();
    reference.arcs.drop(owner);
  };
}

// SPDX-License-Identifier: MIT
// Mutant: the drop of a join handle stops its thread.
// Breaks: join.handle.dropped
// Verdict: DEADLOCK
#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "wrapped_closure.hpp"

static std::atomic<pthread_t> latest;

MUTANT(port) {
  std::signal(SIGUSR1, [](int) {
    while (true) pause();
  });
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(wrap_closure(closure, [](const fearless_closure& original, fearless_value* result) {
      latest = pthread_self();
      return original.call(original.env, result);
    }));
  };
  port.threads.detach = [](auto* handle) {
    pthread_kill(latest, SIGUSR1);
    reference.threads.detach(handle);
  };
}

// SPDX-License-Identifier: MIT
// A port of a lock that prevents a wait in a cycle: by a message and abort (WAY 1), by a message and an exit code (2),
// or by an error (3). With WAY 4 it crashes, and with 5 it aborts without a word, which prevents nothing on purpose.
#include <csignal>
#include <cstdio>
#include <fearless_port_std.hpp>

namespace {

struct lent {
  static constexpr const char* name = "prevents";
  static constexpr const char* release = "1";
  using threads = fearless::port::std_threads<lent>;
  using mutexes = fearless::port::std_mutexes<lent>;
};

constexpr const fearless_mutexes& waits = fearless::port::mutexes_table<lent, lent::mutexes>;

/// How many locks this thread holds. A thread that holds one and finds another taken may complete a cycle.
thread_local int held = 0;

fearless_locked prevent() {
  if (WAY != 5 && WAY != 3) std::fputs("potential deadlock\n", stderr);
  if (WAY == 1 || WAY == 5) std::abort();
  if (WAY == 2) std::_Exit(9);
  if (WAY == 4) std::raise(SIGSEGV);
  return FEARLESS_POISONED;
}

fearless_locked lock(fearless_mutex* mutex, fearless_guard** guard) {
  const fearless_locked locked = held == 0 ? waits.lock(mutex, guard) : waits.try_lock(mutex, guard);
  if (locked == FEARLESS_WOULD_BLOCK) return prevent();
  if (locked == FEARLESS_LOCKED) ++held;
  return locked;
}

constexpr fearless_mutexes mutexes = [] {
  fearless_mutexes made = waits;
  made.lock = lock;
  made.unlock = [](fearless_guard* guard) {
    --held;
    waits.unlock(guard);
  };
  return made;
}();

}  // namespace

extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() {
  static constexpr fearless_port port = [] {
    fearless_port made = fearless::port::make_port<lent>();
    made.mutexes = &mutexes;
    return made;
  }();
  return &port;
}

// SPDX-License-Identifier: MIT
// A port of a runtime with a thread of its own, which wakes at intervals from the first spawn on. With WHEN_LOADED it
// does so from the start.
#include <chrono>
#include <fearless_port_std.hpp>
#include <mutex>
#include <thread>

namespace {

struct lent {
  static constexpr const char* name = "ticks";
  static constexpr const char* release = "1";
  using threads = fearless::port::std_threads<lent>;
  using mutexes = fearless::port::std_mutexes<lent>;
};

constexpr const fearless_threads& plain = fearless::port::threads_table<lent, lent::threads>;

[[noreturn]] void tick() {
  while (true) std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

void start_ticking() {
  static std::once_flag starts;
  std::call_once(starts, [] { std::thread(tick).detach(); });
}

constexpr fearless_threads threads = [] {
  fearless_threads made = plain;
  made.spawn = [](fearless_closure closure) {
    start_ticking();
    return plain.spawn(closure);
  };
  return made;
}();

}  // namespace

extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() {
#ifdef WHEN_LOADED
  start_ticking();
#endif
  static constexpr fearless_port port = [] {
    fearless_port made = fearless::port::make_port<lent>();
    made.threads = &threads;
    return made;
  }();
  return &port;
}

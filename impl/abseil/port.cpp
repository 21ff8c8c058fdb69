// SPDX-License-Identifier: MIT
// Abseil's Mutex behind the port, and a queue that it guards. The library has no threads and no owners of its own; its
// users take the standard library's.
#include <absl/base/config.h>
#include <absl/synchronization/mutex.h>

#include "fearless_port_std.hpp"

#define TEXT_OF(number) #number
#define RELEASE_OF(date, patch) TEXT_OF(date) "." TEXT_OF(patch)

namespace {

/// Abseil's lock by the names of the standard library, as later releases have them.
struct mutex_lock : absl::Mutex {
  void lock() { Lock(); }
  bool try_lock() { return TryLock(); }
  void unlock() { Unlock(); }
};

struct condition {
  void wait(std::unique_lock<mutex_lock>& held) { changed.Wait(held.mutex()); }
  void notify_one() { changed.Signal(); }
  void notify_all() { changed.SignalAll(); }
  absl::CondVar changed;
};

struct abseil {
  static constexpr const char* name = "abseil";
  static constexpr const char* release = RELEASE_OF(ABSL_LTS_RELEASE_VERSION, ABSL_LTS_RELEASE_PATCH_LEVEL);

  using threads = fearless::port::std_threads<abseil>;
  using channels = fearless::port::lock_channels<mutex_lock, condition>;
  using mutexes = fearless::port::lock_mutexes<mutex_lock>;
  using arcs = fearless::port::std_arcs;
};

}  // namespace

FEARLESS_PORT(abseil)

// SPDX-License-Identifier: MIT
// The reference's locks, owners and threads, as a program uses them.
#include <cstdint>

#include "fearless/arc.hpp"
#include "fearless/mutex.hpp"
#include "fearless/rc.hpp"
#include "fearless/spawn.hpp"
#include "locks.hpp"

namespace {

struct reference {
  using mutex = fearless::mutex<std::uint64_t>;
  static mutex make_mutex() { return mutex(0); }
  static void add_one(mutex& counter) { ++*counter.lock().unwrap(); }
  static std::uint64_t value_of(mutex& counter) { return *counter.lock().unwrap(); }

  static auto make_arc() { return fearless::make_arc<std::uint64_t>(1U); }
  static auto make_rc() { return fearless::make_rc<std::uint64_t>(1U); }

  static int value_of_thread() {
    return fearless::spawn([] { return 1; }).join().unwrap();
  }
};

}  // namespace

int main(int count, char** arguments) {
  bench::measure<reference>(count, arguments);
}

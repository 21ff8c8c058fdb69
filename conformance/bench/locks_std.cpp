// SPDX-License-Identifier: MIT
// The same of the C++ standard library, which has no owner for one thread alone.
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

#include "locks.hpp"

namespace {

struct standard_library {
  struct mutex {
    std::mutex lock;
    std::uint64_t value = 0;
  };
  static mutex make_mutex() { return {}; }
  static void add_one(mutex& counter) {
    const std::lock_guard guard(counter.lock);
    ++counter.value;
  }
  static std::uint64_t value_of(mutex& counter) {
    const std::lock_guard guard(counter.lock);
    return counter.value;
  }

  struct arc {
    std::shared_ptr<std::uint64_t> owner;
    [[nodiscard]] arc clone() const { return *this; }
  };
  static arc make_arc() { return {std::make_shared<std::uint64_t>(1U)}; }

  static int value_of_thread() {
    int value = 0;
    std::thread thread([&value] { value = 1; });
    thread.join();
    return value;
  }
};

}  // namespace

int main(int count, char** arguments) {
  bench::measure<standard_library>(count, arguments);
}

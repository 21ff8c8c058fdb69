// SPDX-License-Identifier: MIT
// The C++ standard library: a queue from a textbook, with a mutex and a condition variable; `std::mutex` beside its
// value; `std::shared_ptr`; `std::thread`. There is no owner for one thread.
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "workloads.hpp"

namespace {

struct standard_library {
  template <class T>
  struct channel {
    explicit channel(std::uint64_t) {}
    channel& sender() { return *this; }
    void send(T value) {
      {
        const std::lock_guard guard(lock);
        values.push_back(std::move(value));
      }
      came.notify_one();
    }
    T receive() {
      std::unique_lock guard(lock);
      came.wait(guard, [this] { return !values.empty(); });
      T value = std::move(values.front());
      values.pop_front();
      return value;
    }

    std::mutex lock;
    std::condition_variable came;
    std::deque<T> values;
  };

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
  bench::run<standard_library>(count, arguments);
}

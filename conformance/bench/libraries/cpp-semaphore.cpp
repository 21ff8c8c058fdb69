// SPDX-License-Identifier: MIT
// A queue whose receiver waits for a `std::counting_semaphore`, which counts the values.
#include <cstdint>
#include <deque>
#include <mutex>
#include <semaphore>
#include <utility>

#include "workloads.hpp"

namespace {

struct semaphore_queue {
  template <class T>
  struct channel {
    explicit channel(std::uint64_t) {}
    channel& sender() { return *this; }
    void send(T value) {
      {
        const std::lock_guard guard(lock);
        values.push_back(std::move(value));
      }
      count.release();
    }
    T receive() {
      count.acquire();
      const std::lock_guard guard(lock);
      T value = std::move(values.front());
      values.pop_front();
      return value;
    }

    std::mutex lock;
    std::counting_semaphore<> count{0};
    std::deque<T> values;
  };
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<semaphore_queue>(count, arguments);
}

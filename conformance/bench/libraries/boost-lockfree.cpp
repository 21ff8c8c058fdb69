// SPDX-License-Identifier: MIT
// Boost's lock-free queue. It can't wait, so the receiver polls.
#include <boost/lockfree/queue.hpp>
#include <cstdint>
#include <thread>

#include "workloads.hpp"

namespace {

struct lockfree_queue {
  template <class T>
  struct channel {
    explicit channel(std::uint64_t room) : queue(room) {}
    channel& sender() { return *this; }
    void send(T value) { bench::expect(queue.push(value)); }
    T receive() {
      T value;
      while (!queue.pop(value)) std::this_thread::yield();
      return value;
    }

    boost::lockfree::queue<T> queue;
  };
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<lockfree_queue>(count, arguments);
}

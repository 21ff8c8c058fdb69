// SPDX-License-Identifier: MIT
// oneTBB's `concurrent_bounded_queue`, whose bound is infinite until it is set.
#include <tbb/concurrent_queue.h>

#include <cstdint>
#include <utility>

#include "workloads.hpp"

namespace {

struct onetbb_queue {
  template <class T>
  struct channel {
    explicit channel(std::uint64_t) {}
    channel& sender() { return *this; }
    void send(T value) { queue.push(std::move(value)); }
    T receive() {
      T value;
      queue.pop(value);
      return value;
    }

    tbb::concurrent_bounded_queue<T> queue;
  };
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<onetbb_queue>(count, arguments);
}

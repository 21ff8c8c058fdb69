// SPDX-License-Identifier: MIT
// Boost's `sync_queue`.
#define BOOST_THREAD_VERSION 4
#include <boost/thread/sync_queue.hpp>
#include <cstdint>
#include <utility>

#include "workloads.hpp"

namespace {

struct boost_queue {
  template <class T>
  struct channel {
    explicit channel(std::uint64_t) {}
    channel& sender() { return *this; }
    void send(T value) { queue.push(std::move(value)); }
    T receive() { return queue.pull(); }

    boost::sync_queue<T> queue;
  };
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<boost_queue>(count, arguments);
}

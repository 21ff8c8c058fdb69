// SPDX-License-Identifier: MIT
// moodycamel's blocking queue, each sender with a token of its own and the receiver with one too.
#include <blockingconcurrentqueue.h>

#include <cstdint>
#include <utility>

#include "workloads.hpp"

namespace {

struct moodycamel_queue {
  template <class T>
  struct channel {
    using queue_of_values = moodycamel::BlockingConcurrentQueue<T>;
    struct sending {
      explicit sending(queue_of_values& queue) : to(queue), token(queue) {}
      void send(T value) { bench::expect(to.enqueue(token, std::move(value))); }
      queue_of_values& to;
      moodycamel::ProducerToken token;
    };

    explicit channel(std::uint64_t) {}
    sending sender() { return sending(queue); }
    T receive() {
      T value;
      queue.wait_dequeue(token, value);
      return value;
    }

    queue_of_values queue;
    moodycamel::ConsumerToken token{queue};
  };
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<moodycamel_queue>(count, arguments);
}

// SPDX-License-Identifier: MIT
// moodycamel's blocking queue behind the port, as a channel: a sender is a producer with a token of its own. Neither
// senders nor the receiver can be disconnected.
#include <blockingconcurrentqueue.h>

#include "fearless_port.hpp"
#include "standard_threads.hpp"

namespace {

using fearless::port::no_value;
using fearless::port::value;

struct moodycamel_queue : standard_panics {
  static constexpr const char* name = "moodycamel";
  static constexpr const char* release = "not named by its headers";

  /// The library has no threads of its own; its users take the standard library's.
  using threads = standard_threads<moodycamel_queue>;

  struct channels {
    using queue = moodycamel::BlockingConcurrentQueue<value>;
    struct sender {
      explicit sender(std::shared_ptr<queue> shared) : to(std::move(shared)), token(*to) {}
      std::shared_ptr<queue> to;
      moodycamel::ProducerToken token;
    };
    using receiver = std::shared_ptr<queue>;

    static std::pair<sender, receiver> channel() {
      auto shared = std::make_shared<queue>();
      return {sender(shared), shared};
    }
    static sender clone(const sender& original) { return sender(original.to); }
    static std::expected<void, value> send(sender& from, value sent) {
      from.to->enqueue(from.token, std::move(sent));
      return {};
    }
    static std::optional<value> recv(receiver& from) {
      value got;
      from->wait_dequeue(got);
      return got;
    }
    static std::expected<value, no_value> try_recv(receiver& from) {
      value got;
      if (!from->try_dequeue(got)) return std::unexpected(no_value::empty);
      return got;
    }
    template <class Body>
    static void for_each(receiver& from, Body body) {
      while (body(*recv(from))) {
      }
    }
  };
};

}  // namespace

FEARLESS_PORT(moodycamel_queue)

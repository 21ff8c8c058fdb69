// SPDX-License-Identifier: MIT
// oneTBB behind the port: its blocking queue as a channel. Neither senders nor the receiver can be disconnected.
#include <oneapi/tbb/concurrent_queue.h>

#include "fearless_port.hpp"
#include "standard_threads.hpp"

namespace {

using fearless::port::no_value;
using fearless::port::value;

struct onetbb : standard_panics {
  static constexpr const char* name = "onetbb";
  static constexpr const char* release = TBB_RELEASE;

  /// The library has no threads of its own; its users take the standard library's.
  using threads = standard_threads<onetbb>;

  struct channels {
    using queue = tbb::concurrent_bounded_queue<value>;
    using sender = std::shared_ptr<queue>;
    using receiver = std::shared_ptr<queue>;

    static std::pair<sender, receiver> channel() {
      auto shared = std::make_shared<queue>();
      return {shared, shared};
    }
    static sender clone(const sender& original) { return original; }
    static std::expected<void, value> send(sender& to, value sent) {
      to->push(std::move(sent));
      return {};
    }
    static std::optional<value> recv(receiver& from) {
      value got;
      from->pop(got);
      return got;
    }
    static std::expected<value, no_value> try_recv(receiver& from) {
      value got;
      if (!from->try_pop(got)) return std::unexpected(no_value::empty);
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

FEARLESS_PORT(onetbb)

// SPDX-License-Identifier: MIT
// Boost behind the port. Its queue is closed explicitly; the receiver does so when it is dropped. The last sender does
// not, because Boost does not count senders.
#define BOOST_THREAD_PROVIDES_FUTURE
#include <boost/chrono.hpp>
#include <boost/make_shared.hpp>
#include <boost/smart_ptr/local_shared_ptr.hpp>
#include <boost/smart_ptr/make_local_shared.hpp>
#include <boost/thread/concurrent_queues/sync_queue.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/synchronized_value.hpp>
#include <boost/thread/thread.hpp>
#include <boost/throw_exception.hpp>

#include "fearless_port.hpp"

namespace {

using fearless::port::no_guard;
using fearless::port::no_value;
using fearless::port::value;

struct boost_libraries {
  static constexpr const char* name = "boost";
  static constexpr const char* release = BOOST_RELEASE;

  /// Boost copies exceptions on their way to another thread.
  struct panicked : std::exception {
    explicit panicked(value thrown) : payload(boost::make_shared<value>(std::move(thrown))) {}
    boost::shared_ptr<value> payload;
  };
  [[noreturn]] static void panic(value payload) { boost::throw_exception(panicked(std::move(payload))); }
  static value payload_of(const std::exception_ptr& unwound) {
    try {
      std::rethrow_exception(unwound);
    } catch (const panicked& panic) {
      return std::move(*panic.payload);
    } catch (...) {
      return {};
    }
  }

  struct threads {
    /// A boost::thread has no result; a future carries it.
    struct join_handle {
      boost::future<value> result;
      boost::thread running;
    };

    static join_handle spawn(fearless::port::closure<boost_libraries> body) {
      boost::promise<value> promise;
      auto result = promise.get_future();
      return {std::move(result), boost::thread([body = std::move(body), promise = std::move(promise)]() mutable {
                try {
                  promise.set_value(body());
                } catch (...) {
                  promise.set_exception(boost::current_exception());
                }
              })};
    }
    static fearless::port::joined join(join_handle handle) {
      try {
        return join_unwrap(std::move(handle));
      } catch (...) {
        return std::unexpected(payload_of(std::current_exception()));
      }
    }
    static value join_unwrap(join_handle handle) {
      handle.running.join();
      return handle.result.get();
    }
    static void sleep(std::chrono::nanoseconds duration) {
      boost::this_thread::sleep_for(boost::chrono::nanoseconds(duration.count()));
    }
  };

  struct channels {
    using queue = boost::concurrent::sync_queue<value>;
    using sender = boost::shared_ptr<queue>;
    class receiver {
     public:
      explicit receiver(boost::shared_ptr<queue> from) : from_(std::move(from)) {}
      receiver(receiver&&) = default;
      receiver& operator=(receiver&&) = delete;
      ~receiver() {
        if (from_) from_->close();
      }
      queue* operator->() { return from_.get(); }

     private:
      boost::shared_ptr<queue> from_;
    };

    static std::pair<sender, receiver> channel() {
      auto shared = boost::make_shared<queue>();
      return {shared, receiver(shared)};
    }
    static sender clone(const sender& original) { return original; }
    static std::expected<void, value> send(sender& to, value sent) {
      if (to->wait_push(std::move(sent)) != boost::queue_op_status::closed) return {};
      return std::unexpected(std::move(sent));  // NOLINT(bugprone-use-after-move): a closed queue leaves it alone
    }
    static std::optional<value> recv(receiver& from) {
      value got;
      if (from->wait_pull(got) == boost::queue_op_status::closed) return std::nullopt;
      return got;
    }
    static std::expected<value, no_value> try_recv(receiver& from) {
      value got;
      switch (from->try_pull(got)) {
        case boost::queue_op_status::success:
          return got;
        case boost::queue_op_status::closed:
          return std::unexpected(no_value::disconnected);
        default:
          return std::unexpected(no_value::empty);
      }
    }
    template <class Body>
    static void for_each(receiver& from, Body body) {
      while (auto got = recv(from)) {
        if (!body(std::move(*got))) return;
      }
    }
  };

  struct mutexes {
    using mutex = boost::synchronized_value<value>;
    using guard = boost::unique_lock_ptr<value>;

    static std::unique_ptr<mutex> create(value initial) { return std::make_unique<mutex>(std::move(initial)); }
    static guard lock_unwrap(mutex& wanted) { return wanted.unique_synchronize(); }
    static std::expected<guard, no_guard> lock(mutex& wanted) { return lock_unwrap(wanted); }
    static std::expected<guard, no_guard> try_lock(mutex& wanted) {
      auto held = wanted.unique_synchronize(boost::defer_lock);
      if (!held.try_lock()) return std::unexpected(no_guard::would_block);
      return held;
    }
    static value& deref(guard& held) { return *held; }
  };

  template <class Owner>
  struct owners {
    using owner = Owner;

    static owner clone(const owner& original) { return original; }
    static const value& deref(const owner& original) { return *original; }
  };
  struct rcs : owners<boost::local_shared_ptr<value>> {
    static owner create(value shared) { return boost::make_local_shared<value>(std::move(shared)); }
    static std::size_t count(const owner& original) { return static_cast<std::size_t>(original.local_use_count()); }
  };
  struct arcs : owners<boost::shared_ptr<value>> {
    static owner create(value shared) { return boost::make_shared<value>(std::move(shared)); }
    static std::size_t count(const owner& original) { return static_cast<std::size_t>(original.use_count()); }

    using weak = boost::weak_ptr<value>;
    static weak downgrade(const owner& original) { return original; }
    static std::optional<owner> upgrade(const weak& left) {
      auto another = left.lock();
      return another ? std::optional(std::move(another)) : std::nullopt;
    }
  };
};

}  // namespace

FEARLESS_PORT(boost_libraries)

// SPDX-License-Identifier: MIT
// The C++ standard library as it is commonly used, behind the port. It has no channel: the port uses the textbook queue
// with a mutex and a condition variable, which has no way to disconnect.
#include <condition_variable>
#include <mutex>
#include <queue>

#include "fearless_port.hpp"
#include "standard_threads.hpp"

#define TEXT_OF(number) #number
#define RELEASE_OF(number) "libstdc++ " TEXT_OF(number)

namespace {

using fearless::port::no_guard;
using fearless::port::no_value;
using fearless::port::value;

struct standard : standard_panics {
  static constexpr const char* name = "cpp-std";
  static constexpr const char* release = RELEASE_OF(_GLIBCXX_RELEASE);

  using threads = standard_threads<standard>;

  class queue {
   public:
    void push(value pushed) {
      {
        const std::lock_guard lock(mutex_);
        values_.push(std::move(pushed));
      }
      filled_.notify_one();
    }
    value wait_and_pop() {
      std::unique_lock lock(mutex_);
      filled_.wait(lock, [this] { return !values_.empty(); });
      return pop();
    }
    std::optional<value> try_pop() {
      const std::lock_guard lock(mutex_);
      if (values_.empty()) return std::nullopt;
      return pop();
    }

   private:
    value pop() {
      value first = std::move(values_.front());
      values_.pop();
      return first;
    }

    std::mutex mutex_;
    std::condition_variable filled_;
    std::queue<value> values_;
  };

  struct channels {
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
    static std::optional<value> recv(receiver& from) { return from->wait_and_pop(); }
    static std::expected<value, no_value> try_recv(receiver& from) {
      auto got = from->try_pop();
      if (!got) return std::unexpected(no_value::empty);
      return std::move(*got);
    }
    template <class Body>
    static void for_each(receiver& from, Body body) {
      while (body(from->wait_and_pop())) {
      }
    }
  };

  struct mutexes {
    struct mutex {
      value inside;
      std::mutex lock{};
    };
    struct guard {
      std::unique_lock<std::mutex> held;
      value* inside;
    };

    static std::unique_ptr<mutex> create(value initial) { return std::make_unique<mutex>(std::move(initial)); }
    static guard lock_unwrap(mutex& wanted) { return {std::unique_lock(wanted.lock), &wanted.inside}; }
    static std::expected<guard, no_guard> lock(mutex& wanted) { return lock_unwrap(wanted); }
    static std::expected<guard, no_guard> try_lock(mutex& wanted) {
      std::unique_lock held(wanted.lock, std::try_to_lock);
      if (!held) return std::unexpected(no_guard::would_block);
      return guard{std::move(held), &wanted.inside};
    }
    static value& deref(guard& held) { return *held.inside; }
  };

  struct arcs {
    using owner = std::shared_ptr<value>;
    using weak = std::weak_ptr<value>;

    static owner create(value shared) { return std::make_shared<value>(std::move(shared)); }
    static owner clone(const owner& original) { return original; }
    static const value& deref(const owner& original) { return *original; }
    static std::size_t count(const owner& original) { return static_cast<std::size_t>(original.use_count()); }
    static weak downgrade(const owner& original) { return original; }
    static std::optional<owner> upgrade(const weak& left) {
      auto another = left.lock();
      return another ? std::optional(std::move(another)) : std::nullopt;
    }
  };
};

}  // namespace

FEARLESS_PORT(standard)

// SPDX-License-Identifier: MIT
// The kit, with the simplest implementation of each group that the standard library allows.
#include <catch2/catch.hpp>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <string>
#include <thread>

#include "fearless_port.hpp"

namespace {

using fearless::port::no_guard;
using fearless::port::no_value;
using fearless::port::value;

struct plain {
  static constexpr const char* name = "plain";
  static constexpr const char* release = "1";
  struct panicking {
    value payload;
  };
  [[noreturn]] static void panic(value payload) { throw panicking{std::move(payload)}; }
  static value payload_of(const std::exception_ptr& unwound) {
    try {
      std::rethrow_exception(unwound);
    } catch (panicking& panic) {
      return std::move(panic.payload);
    }
  }

  struct threads {
    struct join_handle {
      std::future<fearless::port::joined> ended;
    };
    static join_handle spawn(fearless::port::closure<plain> body) {
      return {std::async(std::launch::async, [owned = std::move(body)]() mutable -> fearless::port::joined {
        try {
          return owned();
        } catch (panicking& panic) {
          return std::unexpected(std::move(panic.payload));
        }
      })};
    }
    static fearless::port::joined join(join_handle handle) { return handle.ended.get(); }
    static value join_unwrap(join_handle handle) {
      auto ended = join(std::move(handle));
      if (!ended) panic(std::move(ended.error()));
      return std::move(*ended);
    }
    static void sleep(std::chrono::nanoseconds duration) { std::this_thread::sleep_for(duration); }
  };

  struct channels {
    struct queue {
      std::deque<value> values;
      int senders = 1;
      bool receiver = true;
    };
    struct sender {
      std::shared_ptr<queue> shared;
      explicit sender(std::shared_ptr<queue> to) : shared(std::move(to)) {}
      sender(sender&&) = default;
      sender& operator=(sender&&) = delete;
      ~sender() {
        if (shared) --shared->senders;
      }
    };
    struct receiver {
      std::shared_ptr<queue> shared;
      explicit receiver(std::shared_ptr<queue> from) : shared(std::move(from)) {}
      receiver(receiver&&) = default;
      receiver& operator=(receiver&&) = delete;
      ~receiver() {
        if (shared) shared->receiver = false;
      }
    };
    static std::pair<sender, receiver> channel() {
      auto shared = std::make_shared<queue>();
      return {sender(shared), receiver(shared)};
    }
    static sender clone(const sender& original) {
      ++original.shared->senders;
      return sender(original.shared);
    }
    static std::expected<void, value> send(sender& to, value sent) {
      if (!to.shared->receiver) return std::unexpected(std::move(sent));
      to.shared->values.push_back(std::move(sent));
      return {};
    }
    static std::expected<value, no_value> try_recv(receiver& from) {
      auto& [values, senders, open] = *from.shared;
      if (values.empty()) return std::unexpected(senders > 0 ? no_value::empty : no_value::disconnected);
      value first = std::move(values.front());
      values.pop_front();
      return first;
    }
    static std::optional<value> recv(receiver& from) {
      auto got = try_recv(from);
      return got ? std::optional(std::move(*got)) : std::nullopt;
    }
    template <class Body>
    static void for_each(receiver& from, Body body) {
      while (auto got = recv(from)) {
        if (!body(std::move(*got))) return;
      }
    }
  };

  struct mutexes {
    struct mutex {
      explicit mutex(value initial) : inside(std::move(initial)) {}
      std::mutex lock;
      value inside;
      bool poisoned = false;
    };
    struct guard {
      explicit guard(mutex& locked) : of(&locked) {}
      guard(guard&& other) noexcept : of(std::exchange(other.of, nullptr)) {}
      guard& operator=(guard&&) = delete;
      ~guard() {
        if (of == nullptr) return;
        of->poisoned |= std::uncaught_exceptions() > 0;
        of->lock.unlock();
      }
      mutex* of;
    };
    static std::unique_ptr<mutex> create(value initial) { return std::make_unique<mutex>(std::move(initial)); }
    static std::expected<guard, no_guard> lock(mutex& wanted) {
      wanted.lock.lock();
      guard held(wanted);
      if (wanted.poisoned) return std::unexpected(no_guard::poisoned);
      return held;
    }
    static std::expected<guard, no_guard> try_lock(mutex& wanted) {
      if (!wanted.lock.try_lock()) return std::unexpected(no_guard::would_block);
      guard held(wanted);
      if (wanted.poisoned) return std::unexpected(no_guard::poisoned);
      return held;
    }
    static guard lock_unwrap(mutex& wanted) {
      auto held = lock(wanted);
      if (!held) panic({});
      return std::move(*held);
    }
    static value& deref(guard& held) { return held.of->inside; }
  };

  struct arcs {
    using owner = std::shared_ptr<value>;
    static owner create(value shared) { return std::make_shared<value>(std::move(shared)); }
    static owner clone(const owner& original) { return original; }
    static const value& deref(const owner& original) { return *original; }
    static std::size_t count(const owner& original) { return static_cast<std::size_t>(original.use_count()); }

    using weak = std::weak_ptr<value>;
    static weak downgrade(const owner& original) { return original; }
    static std::optional<owner> upgrade(const weak& left) {
      auto another = left.lock();
      return another ? std::optional(std::move(another)) : std::nullopt;
    }
  };
};

constexpr fearless_port port = fearless::port::make_port<plain>();

int dropped = 0;

fearless_value box(int number) {
  return {.data = new int(number), .drop = [](void* data) {
            ++dropped;
            delete static_cast<int*>(data);
          }};
}

int unbox(fearless_value boxed) {
  const int number = *static_cast<int*>(boxed.data);
  boxed.drop(boxed.data);
  return number;
}

fearless_closure closure_that(fearless_outcome ends) {
  return {.env = new fearless_outcome(ends),
          .call =
              [](void* env, fearless_value* result) {
                *result = box(7);
                return *static_cast<fearless_outcome*>(env);
              },
          .drop = [](void* env) { delete static_cast<fearless_outcome*>(env); }};
}

}  // namespace

TEST_CASE("a group that the implementation does not support is null") {
  CHECK(port.rcs == nullptr);
  CHECK(port.size == sizeof(fearless_port));
  CHECK(port.name == std::string("plain"));
}

TEST_CASE("threads return, or panic with the suite's own payload") {
  fearless_value result{};
  CHECK(port.threads->join(port.threads->spawn(closure_that(FEARLESS_RETURNS)), &result) == FEARLESS_RETURNS);
  CHECK(unbox(result) == 7);
  CHECK(port.threads->join(port.threads->spawn(closure_that(FEARLESS_PANICS)), &result) == FEARLESS_PANICS);
  CHECK(unbox(result) == 7);
  CHECK(port.threads->join_unwrap(port.threads->spawn(closure_that(FEARLESS_PANICS)), &result) == FEARLESS_PANICS);
  CHECK(unbox(result) == 7);
}

TEST_CASE("channels deliver values and report disconnection") {
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;
  fearless_value back{};
  port.channels->channel(&tx, &rx);
  fearless_sender* const second = port.channels->clone_sender(tx);

  REQUIRE(port.channels->send(tx, box(1), &back));
  REQUIRE(port.channels->send(second, box(2), &back));
  CHECK(port.channels->recv(rx, &back) == FEARLESS_RECEIVED);
  CHECK(unbox(back) == 1);
  port.channels->drop_sender(second);
  int seen = 0;
  CHECK(port.channels->try_recv(rx, &back) == FEARLESS_RECEIVED);
  CHECK(unbox(back) == 2);
  CHECK(port.channels->try_recv(rx, &back) == FEARLESS_EMPTY);
  REQUIRE(port.channels->send(tx, box(3), &back));
  port.channels->drop_sender(tx);
  port.channels->for_each(
      rx,
      [](void* env, fearless_value got) {
        *static_cast<int*>(env) += unbox(got);
        return true;
      },
      &seen);
  CHECK(seen == 3);
  CHECK(port.channels->recv(rx, &back) == FEARLESS_DISCONNECTED);
  port.channels->drop_receiver(rx);
}

TEST_CASE("a panic unwinds through the guard and poisons the mutex") {
  fearless_mutex* const mutex = port.mutexes->create(box(5));
  fearless_guard* guard = nullptr;
  fearless_outcome outcome{};
  const auto panics = [](void*, fearless_value*) { return FEARLESS_PANICS; };

  REQUIRE(port.mutexes->lock(mutex, &guard) == FEARLESS_LOCKED);
  CHECK(*static_cast<int*>(port.mutexes->deref(guard)->data) == 5);
  fearless_guard* none = nullptr;
  CHECK(port.mutexes->try_lock(mutex, &none) == FEARLESS_WOULD_BLOCK);
  port.mutexes->unlock(guard);
  CHECK(port.mutexes->with_lock(mutex, panics, nullptr, &outcome) == FEARLESS_LOCKED);
  CHECK(outcome == FEARLESS_PANICS);
  CHECK(port.mutexes->lock(mutex, &guard) == FEARLESS_POISONED);
  CHECK(port.mutexes->with_lock_unwrap(mutex, panics, nullptr) == FEARLESS_PANICS);
  port.mutexes->drop(mutex);
}

TEST_CASE("the last owner drops the value") {
  dropped = 0;
  fearless_arc* const first = port.arcs->create(box(1));
  fearless_arc* const second = port.arcs->clone(first);

  CHECK(port.arcs->count(second) == 2);
  port.arcs->cycle(first, 100);
  port.arcs->drop(first);
  CHECK(dropped == 0);
  port.arcs->drop(second);
  CHECK(dropped == 1);
}

TEST_CASE("a weak owner returns an owner while one is left, and does not keep the value alive") {
  dropped = 0;
  fearless_arc* const first = port.arcs->create(box(1));
  fearless_arc_weak* const weak = port.weak_arcs->downgrade(first);

  fearless_arc* const second = port.weak_arcs->upgrade(weak);
  REQUIRE(second != nullptr);
  CHECK(port.arcs->count(second) == 2);
  port.arcs->drop(first);
  CHECK(dropped == 0);
  port.arcs->drop(second);
  CHECK(dropped == 1);
  CHECK(port.weak_arcs->upgrade(weak) == nullptr);
  port.weak_arcs->drop(weak);
}

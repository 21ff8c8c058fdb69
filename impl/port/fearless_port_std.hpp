// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "fearless_port.hpp"

/// Groups of the C++ standard library, for an implementation that has only some: most claims on channels need threads,
/// and some claims on mutexes need channels and shared owners. They conform, so that what fails is the
/// implementation's own.
///
///     struct my_channels {
///       …
///       using threads = fearless::port::std_threads<my_channels>;
///       struct channels { … };
///     };
namespace fearless::port {

/// Threads of `std::thread`. They catch every exception, also that of `I::panic`.
template <class I>
struct std_threads {
  class join_handle {
   public:
    join_handle(std::thread thread, std::future<joined> ended) : thread_(std::move(thread)), ended_(std::move(ended)) {}
    join_handle(join_handle&&) = default;
    join_handle& operator=(join_handle&&) = delete;
    ~join_handle() {
      if (thread_.joinable()) thread_.detach();
    }

   private:
    friend std_threads;
    std::thread thread_;
    std::future<joined> ended_;
  };

  static join_handle spawn(closure<I> body) {
    std::packaged_task<joined(closure<I>)> task(run);
    std::future<joined> ended = task.get_future();
    return {std::thread(std::move(task), std::move(body)), std::move(ended)};
  }
  static joined join(join_handle handle) {
    handle.thread_.join();  // the future is ready before the thread-local values of the thread are dropped
    return handle.ended_.get();
  }
  static value join_unwrap(join_handle handle) {
    joined ended = join(std::move(handle));
    if (!ended) detail::panic<I>(std::move(ended.error()));
    return std::move(*ended);
  }
  static void sleep(std::chrono::nanoseconds duration) { std::this_thread::sleep_for(duration); }

 private:
  static joined run(closure<I> body) {
    try {
      return body();
    } catch (...) {
      return std::unexpected(detail::payload_of<I>(std::current_exception()));
    }
  }
};

/// Channels of a `std::deque` behind a lock, without a bound: for a library of locks and conditions, which has no
/// channels. `Mutex` has `lock` and `unlock`. `Condition` has `wait`, which takes a `std::unique_lock<Mutex>`,
/// `notify_one` and `notify_all`, as `std::condition_variable` does.
template <class Mutex, class Condition>
struct lock_channels {
  struct queue {
    Mutex guard;
    Condition changed;
    std::deque<value> values;
    std::size_t senders = 1;
    bool has_receiver = true;
  };

  class sender {
   public:
    explicit sender(std::shared_ptr<queue> to) : to_(std::move(to)) {}
    sender(sender&&) = default;
    sender& operator=(sender&&) = delete;
    ~sender() {
      if (to_ == nullptr) return;
      const std::scoped_lock lock(to_->guard);
      if (--to_->senders == 0) to_->changed.notify_all();
    }

   private:
    friend lock_channels;
    std::shared_ptr<queue> to_;
  };

  class receiver {
   public:
    explicit receiver(std::shared_ptr<queue> from) : from_(std::move(from)) {}
    receiver(receiver&&) = default;
    receiver& operator=(receiver&&) = delete;
    ~receiver() {
      if (from_ == nullptr) return;
      std::deque<value> unreceived;  // dropped without the lock: a value may have a sender of this channel
      const std::scoped_lock lock(from_->guard);
      from_->has_receiver = false;
      unreceived.swap(from_->values);
    }

   private:
    friend lock_channels;
    std::shared_ptr<queue> from_;
  };

  static std::pair<sender, receiver> channel() {
    const auto made = std::make_shared<queue>();
    return {sender(made), receiver(made)};
  }
  static sender clone(const sender& original) {
    const std::scoped_lock lock(original.to_->guard);
    ++original.to_->senders;
    return sender(original.to_);
  }
  static std::expected<void, value> send(sender& by, value sent) {
    const std::scoped_lock lock(by.to_->guard);
    if (!by.to_->has_receiver) return std::unexpected(std::move(sent));
    by.to_->values.push_back(std::move(sent));
    by.to_->changed.notify_one();
    return {};
  }
  static std::optional<value> recv(receiver& by) {
    std::unique_lock lock(by.from_->guard);
    while (by.from_->values.empty() && by.from_->senders > 0) by.from_->changed.wait(lock);
    auto first = take_first(*by.from_);
    return first ? std::optional(std::move(*first)) : std::nullopt;
  }
  static std::expected<value, no_value> try_recv(receiver& by) {
    const std::scoped_lock lock(by.from_->guard);
    return take_first(*by.from_);
  }
  template <class Body>
  static void for_each(receiver& by, Body body) {
    while (auto received = recv(by))
      if (!body(std::move(*received))) return;
  }

 private:
  static std::expected<value, no_value> take_first(queue& locked) {
    if (locked.values.empty()) return std::unexpected(locked.senders > 0 ? no_value::empty : no_value::disconnected);
    value first = std::move(locked.values.front());
    locked.values.pop_front();
    return first;
  }
};

/// Channels of the standard library's lock.
using std_channels = lock_channels<std::mutex, std::condition_variable>;

/// Mutexes of a lock that is never poisoned, beside its value. `Mutex` has `lock`, `try_lock` and `unlock`.
template <class Mutex>
struct lock_mutexes {
  struct mutex {
    explicit mutex(value initial) : inside(std::move(initial)) {}
    value inside;
    Mutex lock;
  };
  struct guard {
    std::unique_lock<Mutex> held;
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

/// Mutexes of `std::mutex`. One is poisoned if an exception of its holder passes its guard.
template <class I>
struct std_mutexes {
  struct mutex {
    explicit mutex(value initial) : inside(std::move(initial)) {}
    std::mutex lock;
    value inside;
    bool is_poisoned = false;
  };

  class guard {
   public:
    explicit guard(mutex& locked) : of_(&locked) {}
    guard(guard&& other) noexcept : of_(std::exchange(other.of_, nullptr)), exceptions_(other.exceptions_) {}
    guard& operator=(guard&&) = delete;
    ~guard() {
      if (of_ == nullptr) return;
      if (std::uncaught_exceptions() > exceptions_) of_->is_poisoned = true;
      of_->lock.unlock();
    }

   private:
    friend std_mutexes;
    mutex* of_;
    int exceptions_ = std::uncaught_exceptions();
  };

  static std::unique_ptr<mutex> create(value initial) { return std::make_unique<mutex>(std::move(initial)); }
  static std::expected<guard, no_guard> lock(mutex& wanted) {
    wanted.lock.lock();
    return unless_poisoned(guard(wanted));
  }
  static std::expected<guard, no_guard> try_lock(mutex& wanted) {
    if (!wanted.lock.try_lock()) return std::unexpected(no_guard::would_block);
    return unless_poisoned(guard(wanted));
  }
  static guard lock_unwrap(mutex& wanted) {
    auto locked = lock(wanted);
    if (!locked) detail::panic<I>({});
    return std::move(*locked);
  }
  static value& deref(guard& held) { return held.of_->inside; }

 private:
  static std::expected<guard, no_guard> unless_poisoned(guard held) {
    if (held.of_->is_poisoned) return std::unexpected(no_guard::poisoned);
    return held;
  }
};

/// Owners within a thread, with a count that is not atomic.
struct std_rcs {
  class owner {
   public:
    explicit owner(value inside) : shared_(new counted{.inside = std::move(inside)}) {}
    owner(const owner& other) : shared_(other.shared_) { ++shared_->owners; }
    owner(owner&& other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
    owner& operator=(owner) = delete;
    ~owner() {
      if (shared_ != nullptr && --shared_->owners == 0) delete shared_;
    }

   private:
    friend std_rcs;
    struct counted {
      value inside;
      std::size_t owners = 1;
    };
    counted* shared_;
  };

  static owner create(value inside) { return owner(std::move(inside)); }
  static owner clone(const owner& original) { return original; }
  static const value& deref(const owner& of) { return of.shared_->inside; }
  static std::size_t count(const owner& of) { return of.shared_->owners; }
};

/// Owners among threads: `std::shared_ptr`, and `std::weak_ptr`.
struct std_arcs {
  using owner = std::shared_ptr<value>;
  using weak = std::weak_ptr<value>;

  static owner create(value inside) { return std::make_shared<value>(std::move(inside)); }
  static owner clone(const owner& original) { return original; }
  static const value& deref(const owner& of) { return *of; }
  static std::size_t count(const owner& of) { return static_cast<std::size_t>(of.use_count()); }
  static weak downgrade(const owner& of) { return of; }
  static std::optional<owner> upgrade(const weak& of) {
    auto another = of.lock();
    return another ? std::optional(std::move(another)) : std::nullopt;
  }
};

}  // namespace fearless::port

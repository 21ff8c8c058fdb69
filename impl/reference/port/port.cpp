// SPDX-License-Identifier: MIT
// The reference behind the port.
#include <fearless/fearless.hpp>

#include "fearless_port.hpp"

/// The suite's payload is passed on unchanged: the suite guarantees that it may be moved to another thread.
template <>
inline constexpr bool fearless::unsafe_enable_send<fearless::port::value> = true;

namespace {

using fearless::port::value;

struct reference;
using closure = fearless::port::closure<reference>;

}  // namespace

template <>
inline constexpr bool fearless::unsafe_enable_send<closure> = true;

namespace {

struct reference {
  static constexpr const char* name = "reference";
  static constexpr const char* release = FEARLESS_RELEASE;

  [[noreturn]] static void panic(value payload) {
    fearless::resume_panic(fearless::panic_payload::of(std::move(payload)));
  }

  static value payload_of(const std::exception_ptr& unwound) {
    try {
      std::rethrow_exception(unwound);
    } catch (fearless::panic_exception& panicking) {
      return suite_payload(std::move(panicking.payload()));
    } catch (...) {
      return {};
    }
  }

  /// The suite's payload, or an empty value if the reference panicked for a reason of its own.
  static value suite_payload(fearless::panic_payload payload) {
    auto own = std::move(payload).downcast<value>();
    return own ? std::move(*own) : value{};
  }

  struct threads {
    using join_handle = fearless::join_handle<value>;

    static join_handle spawn(closure body) {
      return fearless::spawn([](closure owned) { return owned(); }, std::move(body));
    }
    static fearless::port::joined join(join_handle handle) {
      auto ended = std::move(handle).join();
      if (!ended) return std::unexpected(suite_payload(std::move(ended.error())));
      return std::move(*ended);
    }
    static value join_unwrap(join_handle handle) { return std::move(handle).join().unwrap(); }
    static void sleep(std::chrono::nanoseconds duration) { fearless::sleep(duration); }
  };

  struct channels {
    using sender = fearless::sender<value>;
    using receiver = fearless::receiver<value>;

    static std::pair<sender, receiver> channel() {
      auto [tx, rx] = fearless::channel<value>();
      return {std::move(tx), std::move(rx)};
    }
    static sender clone(const sender& original) { return original.clone(); }
    static std::expected<void, value> send(sender& tx, value sent) {
      auto done = tx.send(std::move(sent));
      if (!done) return std::unexpected(std::move(done.error().value));
      return {};
    }
    static std::optional<value> recv(receiver& rx) {
      auto got = rx.recv();
      if (!got) return std::nullopt;
      return std::move(*got);
    }
    static std::expected<value, fearless::port::no_value> try_recv(receiver& rx) {
      using fearless::port::no_value;
      auto got = rx.try_recv();
      if (got) return std::move(*got);
      return std::unexpected(got.error() == fearless::try_recv_error::empty ? no_value::empty : no_value::disconnected);
    }
    template <class F>
    static void for_each(receiver& rx, F body) {
      for (value each : rx) {
        if (!body(std::move(each))) return;
      }
    }
  };

  struct mutexes {
    using mutex = fearless::mutex<value>;
    using guard = fearless::mutex_guard<value>;
    using locked = std::expected<guard, fearless::port::no_guard>;

    static std::unique_ptr<mutex> create(value inside) { return std::make_unique<mutex>(std::move(inside)); }
    static locked lock(mutex& shared) {
      auto got = shared.lock();
      if (!got) return std::unexpected(fearless::port::no_guard::poisoned);
      return std::move(*got);
    }
    static locked try_lock(mutex& shared) {
      using fearless::port::no_guard;
      auto got = shared.try_lock();
      if (got) return std::move(*got);
      return std::unexpected(got.error().poison ? no_guard::poisoned : no_guard::would_block);
    }
    static guard lock_unwrap(mutex& shared) { return shared.lock().unwrap(); }
    static value& deref(guard& held) { return *held; }
  };

  template <class Owner>
  struct owners {
    using owner = Owner;

    static owner clone(const owner& original) { return original.clone(); }
    static const value& deref(const owner& original) { return *original; }
    static std::size_t count(const owner& original) { return original.strong_count(); }
  };
  struct rcs : owners<fearless::rc<value>> {
    static owner create(value shared) { return fearless::make_rc<value>(std::move(shared)); }
  };
  struct arcs : owners<fearless::arc<value>> {
    static owner create(value shared) { return fearless::make_arc<value>(std::move(shared)); }

    using weak = fearless::arc_weak<value>;
    static weak downgrade(const owner& original) { return original.downgrade(); }
    static std::optional<owner> upgrade(const weak& left) { return left.upgrade(); }
  };
};

/// Turns off the panic message on standard error: the suite panics on purpose, and the messages would hide its output.
const fearless::panic_hook previous_hook =
    fearless::set_panic_hook([](const fearless::panic_payload&, const std::source_location&) {});

}  // namespace

FEARLESS_PORT(reference)

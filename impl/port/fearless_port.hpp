// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <expected>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

#include "fearless_port.h"

#ifndef __cpp_lib_expected
#error "The C++ kit needs std::expected: use g++ 12, clang 19, clang 16 with libc++, or newer; or write in C."
#endif

/// The C++ kit: makes a port from a class with a few aliases and functions.
///
/// A class `I` describes the implementation:
///
///     struct my_library {
///       static constexpr const char* name = "my-library";
///       static constexpr const char* release = "1.2";
///       [[noreturn]] static void panic(fearless::port::value payload);  // its own panic, which its threads catch
///       struct threads { … };  struct channels { … };  struct mutexes { … };  struct rcs { … };  struct arcs { … };
///     };
///     FEARLESS_PORT(my_library)
///
/// Leave out a group that the implementation does not support, or borrow it from fearless_port_std.hpp. Leave out
/// `panic` if the implementation has no threads of its own: a panic is then an exception of the kit. The `offers_…`
/// functions below say what each group must offer. The compiler names what is missing: `fearless port: threads lacks
/// sleep(std::chrono::nanoseconds)`.
namespace fearless::port {

/// An owned `fearless_value`.
class value {
 public:
  value() noexcept = default;
  explicit value(fearless_value raw) noexcept : raw_(raw) {}
  value(value&& other) noexcept : raw_(other.release()) {}
  value& operator=(value&& other) noexcept {
    value old(std::exchange(raw_, other.release()));
    return *this;
  }
  ~value() {
    if (raw_.drop != nullptr) raw_.drop(raw_.data);
  }

  /// Returns the raw value, whose owner is now the caller.
  [[nodiscard]] fearless_value release() noexcept { return std::exchange(raw_, {}); }

  /// The address of the raw value, which the port's `deref` returns.
  [[nodiscard]] fearless_value* raw() noexcept { return &raw_; }
  [[nodiscard]] const fearless_value* raw() const noexcept { return &raw_; }

 private:
  fearless_value raw_{};
};

/// The panic of an implementation that has none of its own: an exception.
struct panicking {
  value payload;
};

template <class I>
struct std_threads;  // in fearless_port_std.hpp

namespace detail {

template <class I>
concept has_panic = requires(value payload) { I::panic(std::move(payload)); };

/// Panics as the implementation does.
template <class I>
[[noreturn]] void panic(value payload) {
  if constexpr (has_panic<I>)
    I::panic(std::move(payload));
  else
    throw panicking{std::move(payload)};
  std::abort();  // not reached: a panic does not return
}

}  // namespace detail

/// A closure of the suite. Call it at most once: it returns its value, or panics as `I` does.
template <class I>
class closure {
 public:
  explicit closure(fearless_closure raw) noexcept : raw_(raw) {}
  closure(closure&& other) noexcept : raw_(std::exchange(other.raw_, {})) {}
  closure& operator=(closure&&) = delete;
  ~closure() {
    if (raw_.drop != nullptr) raw_.drop(raw_.env);
  }

  value operator()() {
    value result;
    if (raw_.call(raw_.env, result.raw()) == FEARLESS_RETURNS) return result;
    detail::panic<I>(std::move(result));
  }

 private:
  fearless_closure raw_;
};

/// The result of joining: the value, or the payload of the panic.
using joined = std::expected<value, value>;

/// Why `try_recv` returned no value.
enum class no_value : std::uint8_t { empty, disconnected };

/// Why `lock` or `try_lock` returned no guard.
enum class no_guard : std::uint8_t { poisoned, would_block };

namespace detail {

/// The payload of a native panic that reached the port, if the implementation can tell; otherwise an empty value.
template <class I>
value payload_of(std::exception_ptr unwound) {
  if constexpr (requires {
                  { I::payload_of(unwound) } -> std::same_as<value>;
                }) {
    return I::payload_of(std::move(unwound));
  } else if constexpr (!has_panic<I>) {
    try {
      std::rethrow_exception(unwound);
    } catch (panicking& panic) {
      return std::move(panic.payload);
    } catch (...) {
      return {};
    }
  } else {
    return {};
  }
}

template <class Handle, class Raw>
Handle take(Raw* raw) {
  const std::unique_ptr<Handle> owned(reinterpret_cast<Handle*>(raw));
  return std::move(*owned);
}

template <class Handle, class Raw>
Handle& at(Raw* raw) {
  return *reinterpret_cast<Handle*>(raw);
}

template <class Raw, class Handle>
Raw* give(Handle handle) {
  return reinterpret_cast<Raw*>(new Handle(std::move(handle)));
}

}  // namespace detail

/// What `I::threads` must offer.
template <class I, class T>
consteval bool offers_threads() {
  static_assert(requires { typename T::join_handle; }, "fearless port: threads lacks the type join_handle");
  static_assert(detail::has_panic<I> || std::same_as<T, std_threads<I>>,
                "fearless port: an implementation with threads lacks panic(fearless::port::value)");
  static_assert(
      requires(closure<I> c) {
        { T::spawn(std::move(c)) } -> std::same_as<typename T::join_handle>;
      }, "fearless port: threads lacks spawn(fearless::port::closure<I>) -> join_handle");
  static_assert(
      requires(typename T::join_handle h) {
        { T::join(std::move(h)) } -> std::same_as<joined>;
      }, "fearless port: threads lacks join(join_handle) -> fearless::port::joined");
  static_assert(
      requires(typename T::join_handle h) {
        { T::join_unwrap(std::move(h)) } -> std::same_as<value>;
      }, "fearless port: threads lacks join_unwrap(join_handle) -> fearless::port::value");
  static_assert(
      requires(std::chrono::nanoseconds d) { T::sleep(d); },
      "fearless port: threads lacks sleep(std::chrono::nanoseconds)");
  return true;
}

/// What `I::channels` must offer.
template <class C>
consteval bool offers_channels() {
  static_assert(requires { typename C::sender; }, "fearless port: channels lacks the type sender");
  static_assert(requires { typename C::receiver; }, "fearless port: channels lacks the type receiver");
  static_assert(
      requires {
        { C::channel() } -> std::same_as<std::pair<typename C::sender, typename C::receiver>>;
      }, "fearless port: channels lacks channel() -> std::pair<sender, receiver>");
  static_assert(
      requires(const C::sender& s) {
        { C::clone(s) } -> std::same_as<typename C::sender>;
      }, "fearless port: channels lacks clone(const sender&) -> sender");
  static_assert(
      requires(C::sender& s, value v) {
        { C::send(s, std::move(v)) } -> std::same_as<std::expected<void, value>>;
      },
      "fearless port: channels lacks send(sender&, fearless::port::value) -> std::expected<void, "
      "fearless::port::value>");
  static_assert(
      requires(C::receiver& r) {
        { C::recv(r) } -> std::same_as<std::optional<value>>;
      }, "fearless port: channels lacks recv(receiver&) -> std::optional<fearless::port::value>");
  static_assert(
      requires(C::receiver& r) {
        { C::try_recv(r) } -> std::same_as<std::expected<value, no_value>>;
      },
      "fearless port: channels lacks try_recv(receiver&) -> std::expected<fearless::port::value, "
      "fearless::port::no_value>");
  static_assert(
      requires(C::receiver& r, bool (*body)(value)) { C::for_each(r, body); },
      "fearless port: channels lacks for_each(receiver&, body), which runs its own iteration until body returns false");
  return true;
}

/// What `I::mutexes` must offer.
template <class M>
consteval bool offers_mutexes() {
  static_assert(requires { typename M::mutex; }, "fearless port: mutexes lacks the type mutex");
  static_assert(requires { typename M::guard; }, "fearless port: mutexes lacks the type guard");
  static_assert(
      requires(value v) {
        { M::create(std::move(v)) } -> std::same_as<std::unique_ptr<typename M::mutex>>;
      }, "fearless port: mutexes lacks create(fearless::port::value) -> std::unique_ptr<mutex>");
  static_assert(
      requires(M::mutex& m) {
        { M::lock(m) } -> std::same_as<std::expected<typename M::guard, no_guard>>;
      }, "fearless port: mutexes lacks lock(mutex&) -> std::expected<guard, fearless::port::no_guard>");
  static_assert(
      requires(M::mutex& m) {
        { M::try_lock(m) } -> std::same_as<std::expected<typename M::guard, no_guard>>;
      }, "fearless port: mutexes lacks try_lock(mutex&) -> std::expected<guard, fearless::port::no_guard>");
  static_assert(
      requires(M::mutex& m) {
        { M::lock_unwrap(m) } -> std::same_as<typename M::guard>;
      }, "fearless port: mutexes lacks lock_unwrap(mutex&) -> guard");
  static_assert(
      requires(M::guard& g) {
        { M::deref(g) } -> std::same_as<value&>;
      }, "fearless port: mutexes lacks deref(guard&) -> fearless::port::value&");
  return true;
}

/// What `I::rcs` and `I::arcs` must offer.
template <class O>
consteval bool offers_owners() {
  static_assert(requires { typename O::owner; }, "fearless port: rcs or arcs lacks the type owner");
  static_assert(
      requires(value v) {
        { O::create(std::move(v)) } -> std::same_as<typename O::owner>;
      }, "fearless port: rcs or arcs lacks create(fearless::port::value) -> owner");
  static_assert(
      requires(const O::owner& o) {
        { O::clone(o) } -> std::same_as<typename O::owner>;
      }, "fearless port: rcs or arcs lacks clone(const owner&) -> owner");
  static_assert(
      requires(const O::owner& o) {
        { O::deref(o) } -> std::same_as<const value&>;
      }, "fearless port: rcs or arcs lacks deref(const owner&) -> const fearless::port::value&");
  static_assert(
      requires(const O::owner& o) {
        { O::count(o) } -> std::convertible_to<std::size_t>;
      }, "fearless port: rcs or arcs lacks count(const owner&) -> std::size_t");
  return true;
}

/// What `I::arcs` must offer if it has weak owners, of the type `weak`.
template <class O>
consteval bool offers_weak_owners() {
  static_assert(
      requires(const O::owner& o) {
        { O::downgrade(o) } -> std::same_as<typename O::weak>;
      }, "fearless port: arcs lacks downgrade(const owner&) -> weak");
  static_assert(
      requires(const O::weak& w) {
        { O::upgrade(w) } -> std::same_as<std::optional<typename O::owner>>;
      }, "fearless port: arcs lacks upgrade(const weak&) -> std::optional<owner>");
  return true;
}

template <class I, class T>
  requires(offers_threads<I, T>())
constexpr fearless_threads threads_table = {
    .spawn = [](fearless_closure raw) -> fearless_thread* {
      try {
        return detail::give<fearless_thread>(T::spawn(closure<I>(raw)));
      } catch (...) {
        return nullptr;  // the system can't start a thread
      }
    },
    .join = [](fearless_thread* handle, fearless_value* result) -> fearless_outcome {
      joined ended = T::join(detail::take<typename T::join_handle>(handle));
      *result = ended ? ended->release() : ended.error().release();
      return ended ? FEARLESS_RETURNS : FEARLESS_PANICS;
    },
    .join_unwrap = [](fearless_thread* handle, fearless_value* result) -> fearless_outcome {
      try {
        *result = T::join_unwrap(detail::take<typename T::join_handle>(handle)).release();
        return FEARLESS_RETURNS;
      } catch (...) {
        *result = detail::payload_of<I>(std::current_exception()).release();
        return FEARLESS_PANICS;
      }
    },
    .detach = [](fearless_thread* handle) { delete reinterpret_cast<typename T::join_handle*>(handle); },
    .sleep = [](std::uint64_t nanoseconds) { T::sleep(std::chrono::nanoseconds(nanoseconds)); },
};

template <class C>
  requires(offers_channels<C>())
constexpr fearless_channels channels_table = {
    .channel =
        [](fearless_sender** sender, fearless_receiver** receiver) {
          auto [tx, rx] = C::channel();
          *sender = detail::give<fearless_sender>(std::move(tx));
          *receiver = detail::give<fearless_receiver>(std::move(rx));
        },
    .clone_sender =
        [](const fearless_sender* sender) {
          return detail::give<fearless_sender>(C::clone(detail::at<const typename C::sender>(sender)));
        },
    .drop_sender = [](fearless_sender* sender) { delete reinterpret_cast<typename C::sender*>(sender); },
    .drop_receiver = [](fearless_receiver* receiver) { delete reinterpret_cast<typename C::receiver*>(receiver); },
    .send =
        [](fearless_sender* sender, fearless_value sent, fearless_value* returned) {
          auto done = C::send(detail::at<typename C::sender>(sender), value(sent));
          if (!done) *returned = done.error().release();
          return done.has_value();
        },
    .recv =
        [](fearless_receiver* receiver, fearless_value* received) {
          auto got = C::recv(detail::at<typename C::receiver>(receiver));
          if (!got) return FEARLESS_DISCONNECTED;
          *received = got->release();
          return FEARLESS_RECEIVED;
        },
    .try_recv =
        [](fearless_receiver* receiver, fearless_value* received) {
          auto got = C::try_recv(detail::at<typename C::receiver>(receiver));
          if (!got) return got.error() == no_value::empty ? FEARLESS_EMPTY : FEARLESS_DISCONNECTED;
          *received = got->release();
          return FEARLESS_RECEIVED;
        },
    .for_each =
        [](fearless_receiver* receiver, bool (*body)(void*, fearless_value), void* env) {
          C::for_each(detail::at<typename C::receiver>(receiver), [=](value got) { return body(env, got.release()); });
        },
};

namespace detail {

/// Runs the body with a native guard on this frame. If the body panics, the native panic unwinds through the guard.
template <class I, class M>
void run_guarded(typename M::guard guard, fearless_locked_body body, void* env) {
  if (body(env, M::deref(guard).raw()) == FEARLESS_PANICS) panic<I>({});
}

inline fearless_locked status(no_guard why) {
  return why == no_guard::poisoned ? FEARLESS_POISONED : FEARLESS_WOULD_BLOCK;
}

template <class Guard>
fearless_locked hand_out(std::expected<Guard, no_guard> locked, fearless_guard** guard) {
  if (!locked) return status(locked.error());
  *guard = give<fearless_guard>(std::move(*locked));
  return FEARLESS_LOCKED;
}

}  // namespace detail

template <class I, class M>
  requires(offers_mutexes<M>())
constexpr fearless_mutexes mutexes_table = {
    .create =
        [](fearless_value inside) { return reinterpret_cast<fearless_mutex*>(M::create(value(inside)).release()); },
    .drop = [](fearless_mutex* mutex) { delete reinterpret_cast<typename M::mutex*>(mutex); },
    .lock =
        [](fearless_mutex* mutex, fearless_guard** guard) {
          return detail::hand_out(M::lock(detail::at<typename M::mutex>(mutex)), guard);
        },
    .try_lock =
        [](fearless_mutex* mutex, fearless_guard** guard) {
          return detail::hand_out(M::try_lock(detail::at<typename M::mutex>(mutex)), guard);
        },
    .deref = [](fearless_guard* guard) { return M::deref(detail::at<typename M::guard>(guard)).raw(); },
    .unlock = [](fearless_guard* guard) { delete reinterpret_cast<typename M::guard*>(guard); },
    .with_lock = [](fearless_mutex* mutex, fearless_locked_body body, void* env,
                    fearless_outcome* outcome) -> fearless_locked {
      auto locked = M::lock(detail::at<typename M::mutex>(mutex));
      if (!locked) return detail::status(locked.error());
      *outcome = FEARLESS_RETURNS;
      try {
        detail::run_guarded<I, M>(std::move(*locked), body, env);
      } catch (...) {
        *outcome = FEARLESS_PANICS;
      }
      return FEARLESS_LOCKED;
    },
    .with_lock_unwrap = [](fearless_mutex* mutex, fearless_locked_body body, void* env) -> fearless_outcome {
      try {
        detail::run_guarded<I, M>(M::lock_unwrap(detail::at<typename M::mutex>(mutex)), body, env);
        return FEARLESS_RETURNS;
      } catch (...) {
        return FEARLESS_PANICS;
      }
    },
};

/// `Table` is fearless_rcs or fearless_arcs, and `Raw` is its handle.
template <class O, class Table, class Raw>
  requires(offers_owners<O>())
constexpr Table owners_table = {
    .create = [](fearless_value shared) { return detail::give<Raw>(O::create(value(shared))); },
    .clone = [](const Raw* owner) { return detail::give<Raw>(O::clone(detail::at<const typename O::owner>(owner))); },
    .deref = [](const Raw* owner) { return O::deref(detail::at<const typename O::owner>(owner)).raw(); },
    .count = [](const Raw* owner) -> std::size_t { return O::count(detail::at<const typename O::owner>(owner)); },
    .drop = [](Raw* owner) { delete reinterpret_cast<typename O::owner*>(owner); },
    .cycle =
        [](const Raw* owner, std::size_t times) {
          const auto& original = detail::at<const typename O::owner>(owner);
          for (std::size_t i = 0; i < times; ++i) [[maybe_unused]]
            const auto another = O::clone(original);
        },
};

template <class O>
  requires(offers_weak_owners<O>())
constexpr fearless_weak_arcs weak_arcs_table = {
    .downgrade =
        [](const fearless_arc* owner) {
          return detail::give<fearless_arc_weak>(O::downgrade(detail::at<const typename O::owner>(owner)));
        },
    .upgrade = [](const fearless_arc_weak* weak) -> fearless_arc* {
      auto owner = O::upgrade(detail::at<const typename O::weak>(weak));
      return owner ? detail::give<fearless_arc>(std::move(*owner)) : nullptr;
    },
    .drop = [](fearless_arc_weak* weak) { delete reinterpret_cast<typename O::weak*>(weak); },
};

/// The port of `I`. A group that `I` does not support is null.
template <class I>
constexpr fearless_port make_port() {
  static_assert(
      requires {
        { I::name } -> std::convertible_to<const char*>;
      }, "fearless port: the implementation lacks name");
  static_assert(
      requires {
        { I::release } -> std::convertible_to<const char*>;
      }, "fearless port: the implementation lacks release");
  fearless_port port{};
  port.size = sizeof(fearless_port);
  port.version = FEARLESS_PORT_VERSION;
  port.name = I::name;
  port.release = I::release;
  if constexpr (requires { typename I::threads; }) port.threads = &threads_table<I, typename I::threads>;
  if constexpr (requires { typename I::channels; }) port.channels = &channels_table<typename I::channels>;
  if constexpr (requires { typename I::mutexes; }) port.mutexes = &mutexes_table<I, typename I::mutexes>;
  if constexpr (requires { typename I::rcs; }) port.rcs = &owners_table<typename I::rcs, fearless_rcs, fearless_rc>;
  if constexpr (requires { typename I::arcs; })
    port.arcs = &owners_table<typename I::arcs, fearless_arcs, fearless_arc>;
  if constexpr (requires { typename I::arcs::weak; }) port.weak_arcs = &weak_arcs_table<typename I::arcs>;
  return port;
}

}  // namespace fearless::port

/// Exports the port of the implementation `I`. Use it once in a library.
#define FEARLESS_PORT(I)                                                                      \
  extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() { \
    static constexpr fearless_port port = ::fearless::port::make_port<I>();                   \
    return &port;                                                                             \
  }

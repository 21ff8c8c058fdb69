// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <type_traits>
#include <utility>

#include "bindings/port.hpp"
#include "bindings/value.hpp"

namespace bindings {

/// The result of a receive: a value, or the reason why there is none.
template <class T>
class received {
 public:
  received(fearless_received outcome, fearless_value value) : outcome_(outcome), value_(value) {}
  received(received&& other) noexcept : outcome_(other.outcome_), value_(std::exchange(other.value_, {})) {}
  received& operator=(received&&) = delete;
  ~received() { drop(value_); }

  [[nodiscard]] bool is_empty() const { return outcome_ == FEARLESS_EMPTY; }
  [[nodiscard]] bool is_disconnected() const { return outcome_ == FEARLESS_DISCONNECTED; }

  /// The value. Null where there is none, or the implementation lost it.
  [[nodiscard]] const T* value() const { return static_cast<const T*>(value_.data); }

  /// Takes the value out. There must be one.
  [[nodiscard]] T take() && { return unbox<T>(std::exchange(value_, {})); }

  /// Whether this value was received.
  bool operator==(const T& expected) const {
    return outcome_ == FEARLESS_RECEIVED && value() != nullptr && *value() == expected;
  }

  /// Prints the result for a failed assertion.
  friend std::ostream& operator<<(std::ostream& out, const received& got) {
    if (got.is_empty()) return out << "empty";
    if (got.is_disconnected()) return out << "disconnected";
    if (got.value() == nullptr) return out << "no value";
    if constexpr (requires { out << *got.value(); })
      return out << *got.value();
    else
      return out << "a value";
  }

 private:
  fearless_received outcome_;
  fearless_value value_;
};

/// The result of a send: where it failed, with the value that came back.
template <class T>
class sent {
 public:
  sent(bool succeeded, fearless_value returned) : succeeded_(succeeded), returned_(returned) {}
  sent(sent&& other) noexcept : succeeded_(other.succeeded_), returned_(std::exchange(other.returned_, {})) {}
  sent& operator=(sent&&) = delete;
  ~sent() { drop(returned_); }

  [[nodiscard]] bool succeeded() const { return succeeded_; }

  /// The value that came back. Null where the send succeeded, or the implementation lost it.
  [[nodiscard]] const T* returned() const { return static_cast<const T*>(returned_.data); }

 private:
  bool succeeded_;
  fearless_value returned_;
};

/// A sender of the implementation. Dropping it drops the implementation's sender.
template <class T>
class sender {
 public:
  explicit sender(fearless_sender* end) : end_(end) {}
  sender(sender&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  sender& operator=(sender&&) = delete;
  ~sender() {
    if (end_ != nullptr) channels().drop_sender(end_);
  }

  /// Clones the sender, by the implementation's own clone.
  [[nodiscard]] sender clone() const { return sender(channels().clone_sender(end_)); }

  /// Sends the value.
  sent<T> send(T value) const {
    fearless_value returned{};
    const bool succeeded = channels().send(end_, box(std::move(value)), &returned);
    return {succeeded, returned};
  }

 private:
  fearless_sender* end_;
};

/// A receiver of the implementation. Dropping it drops the implementation's receiver.
template <class T>
class receiver {
 public:
  explicit receiver(fearless_receiver* end) : end_(end) {}
  receiver(receiver&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  receiver& operator=(receiver&&) = delete;
  ~receiver() {
    if (end_ != nullptr) channels().drop_receiver(end_);
  }

  /// Waits for a value. Blocks.
  received<T> recv() const {
    fearless_value value{};
    const auto outcome = channels().recv(end_, &value);
    return {outcome, value};
  }

  /// Receives a value if one is there. Does not block.
  received<T> try_recv() const {
    fearless_value value{};
    const auto outcome = channels().try_recv(end_, &value);
    return {outcome, value};
  }

  /// Calls `body(value)` for each value in turn, by the implementation's own iteration. Where `body` returns a bool,
  /// the iteration ends as soon as it is false. Blocks.
  template <class F>
  void for_each(F body) const {
    channels().for_each(
        end_,
        [](void* environment, fearless_value value) {
          F& called = *static_cast<F*>(environment);
          if constexpr (std::is_void_v<std::invoke_result_t<F&, T>>) {
            called(unbox<T>(value));
            return true;
          } else {
            return static_cast<bool>(called(unbox<T>(value)));
          }
        },
        &body);
  }

 private:
  fearless_receiver* end_;
};

/// The sender and the receiver of a channel: `auto [tx, rx] = bindings::channel<int>();`
template <class T>
struct channel_ends {
  sender<T> tx;
  receiver<T> rx;
};

/// Creates a channel of the implementation.
template <class T>
channel_ends<T> channel() {
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;
  channels().channel(&tx, &rx);
  return {sender<T>(tx), receiver<T>(rx)};
}

}  // namespace bindings

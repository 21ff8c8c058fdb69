// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/derivation.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"

namespace fearless {

template <class T>
class receiver;

/// How an iteration gets its next value.
enum class reception : std::uint8_t {
  waiting,  ///< by `recv`: it ends when the receiver is disconnected
  at_once   ///< by `try_recv`: it ends when the channel is empty
};

/// Iterates over the values that a receiver gets.
///
/// It receives a value when it is dereferenced or compared with the end, so a loop that stops leaves the other values
/// in the channel. It can be moved, not copied. Blocks, if it waits for values: `==`, `*`, and a `++` that skips a
/// value. Errors: dereferencing it behind the last value panics. Thread safety: as the receiver, which it refers to.
template <class T, reception How>
class received_iterator {
 public:
  using iterator_concept = std::input_iterator_tag;
  using difference_type = std::ptrdiff_t;
  using value_type = T;

  explicit received_iterator(receiver<T>& from) noexcept : from_(&from) {}
  received_iterator(received_iterator&&) = default;
  /// Constructs the value again: not every type that a channel carries can be assigned.
  received_iterator& operator=(received_iterator&& other) noexcept(std::is_nothrow_move_constructible_v<T>) {
    if (this == &other) return *this;
    from_ = other.from_;
    is_due_ = other.is_due_;
    current_.reset();
    if (other.current_) current_.emplace(std::move(*other.current_));
    return *this;
  }
  received_iterator(const received_iterator&) = delete;
  received_iterator& operator=(const received_iterator&) = delete;
  ~received_iterator() = default;

  /// The value, which stays in the iterator until it is moved from.
  T&& operator*() const FEARLESS_LIFETIMEBOUND {
    receive_if_due();
    if (!current_) [[unlikely]]
      panic("use of an iterator behind the last value");
    return std::move(*current_);
  }
  received_iterator& operator++() {
    receive_if_due();  // a value that was not looked at is skipped
    current_.reset();  // destroyed before the wait for the next
    is_due_ = true;
    return *this;
  }
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const {
    receive_if_due();
    return !current_;
  }

 private:
  void receive_if_due() const {
    if (!is_due_) return;
    if constexpr (How == reception::waiting) {
      keep(from_->recv());
    } else {
      keep(from_->try_recv());
    }
    is_due_ = false;
  }
  void keep(auto got) const {
    if (got) current_.emplace(std::move(*got));
  }

  receiver<T>* from_;
  mutable std::optional<T> current_;
  mutable bool is_due_ = true;
};

/// The values that are in a channel (Rust's `TryIter`): the result of `receiver::try_iter`. It refers to the receiver.
template <class T>
class try_values {
 public:
  explicit try_values(receiver<T>& from) noexcept : from_(&from) {}

  [[nodiscard]] auto begin() const { return received_iterator<T, reception::at_once>(*from_); }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }

  friend void append_debug(std::string& text, const try_values&) { text += "TryIter { rx: Receiver { .. } }"; }

 private:
  receiver<T>* from_;
};

/// All values of a channel, with its receiver (Rust's `IntoIter`): the result of `receiver::into_iter`. It is `send` if
/// `T` is, and never `sync`.
template <class T>
class owned_values {
 public:
  explicit owned_values(receiver<T> from) noexcept : from_(std::move(from)) {}

  [[nodiscard]] auto begin() { return received_iterator<T, reception::waiting>(from_); }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }

  friend void append_debug(std::string& text, const owned_values&) { text += "IntoIter { rx: Receiver { .. } }"; }

 private:
  receiver<T> from_;
};

namespace detail {
template <class T>
constexpr auto made_of<owned_values<T>> = parts<receiver<T>>{};
}  // namespace detail

}  // namespace fearless

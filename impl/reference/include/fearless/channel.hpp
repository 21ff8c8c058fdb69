// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/channel_error.hpp"
#include "fearless/debug.hpp"
#include "fearless/detail/bounded_channel.hpp"
#include "fearless/detail/move_out.hpp"
#include "fearless/detail/unbounded_channel.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/received_values.hpp"
#include "fearless/result.hpp"
#include "fearless/send.hpp"

#define FEARLESS_VALUE_NOT_MOVABLE                                                                               \
  "fearless[value-not-movable] (E0277): a channel carries values that can be moved: no reference, no array, no " \
  "const, no type without a move constructor; send an owner of it, such as std::unique_ptr"

namespace fearless {

template <class T>
struct channel_ends;
template <class T>
struct sync_channel_ends;

namespace detail {

/// A type that a channel can carry: an object type that can be moved and is not const.
template <class T>
concept carried = std::is_object_v<T> && !std::is_array_v<T> && std::is_same_v<T, std::remove_cv_t<T>> &&
                  std::is_move_constructible_v<T>;

}  // namespace detail

template <class T>
#if defined(__clang__)
// As in `spawn`: the error is at the caller's line.
__attribute__((diagnose_if(!detail::carried<T>, FEARLESS_VALUE_NOT_MOVABLE, "error")))
#endif
[[nodiscard]] channel_ends<T>
channel();
template <class T>
#if defined(__clang__)
__attribute__((diagnose_if(!detail::carried<T>, FEARLESS_VALUE_NOT_MOVABLE, "error")))
#endif
[[nodiscard]] sync_channel_ends<T>
sync_channel(std::size_t bound);

namespace detail {

/// How `send` takes its value: moved, or copied if it is a scalar.
template <class T>
using as_sent = std::conditional_t<std::is_scalar_v<T>, T, T&&>;

/// What `sender` and `sync_sender` have in common. Empty after a move.
template <class Queue>
class sending_side {
 public:
  explicit sending_side(Queue* queue) noexcept : queue_(queue) {}
  sending_side(sending_side&& other) noexcept : queue_(std::exchange(other.queue_, nullptr)) {}
  sending_side& operator=(sending_side&& other) noexcept {
    sending_side old(std::exchange(queue_, std::exchange(other.queue_, nullptr)));
    return *this;
  }
  ~sending_side() {
    if (queue_ != nullptr) queue_->remove_sender();
  }

  [[nodiscard]] sending_side clone() const {
    queue().add_sender();
    return sending_side(queue_);
  }

  [[nodiscard]] Queue& queue() const {
    if (queue_ == nullptr) panic("use of a sender that was moved from");
    return *queue_;
  }

 private:
  Queue* queue_;
};

}  // namespace detail

/// A sender of a channel without a bound.
///
/// It can be moved, also to another thread, and cloned, not copied. The receiver is disconnected when the last sender
/// is dropped. Thread safety: `send` may be called on one sender from several threads at once. A sender is `send` and
/// `sync` if `T` is `send`. Errors: every use of a moved-from sender panics. Claims: channels.sender.moves.owner,
/// channels.sender.moves.exclusive, channels.clone.same-channel, channels.clone.last-closes.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] sender {
 public:
  sender(sender&&) noexcept = default;
  sender& operator=(sender&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(sender,
                        "fearless[sender-copied] (E0382): a sender has one owner; clone it, sender.clone(), or "
                        "move it, std::move(sender)");
  ~sender() = default;

  /// Sends the value without waiting for the receiver: the channel holds any number of values.
  ///
  /// Success means that the receiver existed, not that it will receive the value: the receiver, when dropped, destroys
  /// the values still in the channel. Memory order: everything before the `send` happens before the return of the
  /// receive that returns the value. Errors: the receiver was dropped, and the error holds the value; an exception from
  /// the move of the value is passed on, and nothing is sent. Running out of memory ends the program. Claims:
  /// channels.send.takes, channels.send.ok, channels.send.disconnected.
  result<void, send_error<T>> send(detail::as_sent<T> value) const FEARLESS_NEEDS_UNCONSUMED {
    if (side_.queue().send(value)) return {};
    return std::unexpected(send_error<T>{std::move(value)});
  }
  result<void, send_error<T>> send(const T& value) const
    requires(!std::is_scalar_v<T>)
  FEARLESS_DELETED(
      "fearless[value-not-moved] (E0507): the value is not moved, and would be copied implicitly; move it, "
      "std::move(value), or pass an explicit copy");

  /// Returns another sender of the same channel.
  [[nodiscard]] sender clone() const FEARLESS_NEEDS_UNCONSUMED { return sender(side_.clone()); }

  /// Whether the receiver was dropped, so that every later `send` fails. If not, it may be dropped at any time.
  [[nodiscard]] bool is_disconnected() const FEARLESS_NEEDS_UNCONSUMED { return side_.queue().has_no_receiver(); }

  friend void append_debug(std::string& text, const sender&) { text += "Sender { .. }"; }

 private:
  friend channel_ends<T> channel<T>();
  using side = detail::sending_side<detail::unbounded_channel<T>>;
  explicit sender(side own) noexcept : side_(std::move(own)) {}

  side side_;
};

/// A sender of a channel with a bound: as `sender`, but `send` waits while the channel is full.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] sync_sender {
 public:
  sync_sender(sync_sender&&) noexcept = default;
  sync_sender& operator=(sync_sender&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(sync_sender,
                        "fearless[sender-copied] (E0382): a sender has one owner; clone it, sender.clone(), or "
                        "move it, std::move(sender)");
  ~sync_sender() = default;

  /// Waits for room and sends the value; with a bound of 0, waits until the receiver takes it. Blocks. Errors: as
  /// `sender::send`, also if the receiver is dropped while this waits.
  result<void, send_error<T>> send(detail::as_sent<T> value) const FEARLESS_NEEDS_UNCONSUMED {
    if (side_.queue().send(value)) return {};
    return std::unexpected(send_error<T>{std::move(value)});
  }
  result<void, send_error<T>> send(const T& value) const
    requires(!std::is_scalar_v<T>)
  FEARLESS_DELETED(
      "fearless[value-not-moved] (E0507): the value is not moved, and would be copied implicitly; move it, "
      "std::move(value), or pass an explicit copy");

  /// Sends the value if there is room now, or, with a bound of 0, if the receiver is waiting. Does not block. Errors:
  /// the channel is full or the receiver was dropped, and the error holds the value.
  result<void, try_send_error<T>> try_send(detail::as_sent<T> value) const FEARLESS_NEEDS_UNCONSUMED {
    using cause = try_send_error<T>::cause;
    const detail::offered done = side_.queue().try_send(value);
    if (done == detail::offered::sent) return {};
    const cause why = done == detail::offered::full ? cause::full : cause::disconnected;
    return std::unexpected(try_send_error<T>{why, std::move(value)});
  }
  result<void, try_send_error<T>> try_send(const T& value) const
    requires(!std::is_scalar_v<T>)
  FEARLESS_DELETED(
      "fearless[value-not-moved] (E0507): the value is not moved, and would be copied implicitly; move it, "
      "std::move(value), or pass an explicit copy");

  /// Returns another sender of the same channel.
  [[nodiscard]] sync_sender clone() const FEARLESS_NEEDS_UNCONSUMED { return sync_sender(side_.clone()); }

  /// Whether the receiver was dropped.
  [[nodiscard]] bool is_disconnected() const FEARLESS_NEEDS_UNCONSUMED { return side_.queue().has_no_receiver(); }

  friend void append_debug(std::string& text, const sync_sender&) { text += "SyncSender { .. }"; }

 private:
  friend sync_channel_ends<T> sync_channel<T>(std::size_t);
  using side = detail::sending_side<detail::bounded_channel<T>>;
  explicit sync_sender(side own) noexcept : side_(std::move(own)) {}

  side side_;
};

/// The receiver of a channel. A channel has one.
///
/// It can be moved, also to another thread, and neither copied nor cloned. When it is dropped, it destroys the values
/// still in the channel, and every later `send` fails. Thread safety: one thread at a time. A receiver is `send` if `T`
/// is, and never `sync`. Errors: every use of a moved-from receiver panics; an exception from the move of a value is
/// passed on, and the value is lost; an exception from the destructor of a value ends the program while the receiver is
/// dropped. Claims: channels.one-consumer.moves, channels.one-consumer.exclusive,
/// channels.ownership.transfer.exclusive, channels.ownership.transfer.shared, channels.ownership.transfer.dropped-once.
template <class T>
class FEARLESS_CONSUMABLE [[nodiscard]] receiver {
 public:
  receiver(receiver&& other) noexcept
      : unbounded_(std::exchange(other.unbounded_, nullptr)), bounded_(std::exchange(other.bounded_, nullptr)) {}
  receiver& operator=(receiver&& other) noexcept {
    receiver old(std::move(*this));
    unbounded_ = std::exchange(other.unbounded_, nullptr);
    bounded_ = std::exchange(other.bounded_, nullptr);
    return *this;
  }
  FEARLESS_NOT_COPYABLE(receiver,
                        "fearless[receiver-copied] (E0382): a channel has one receiver; give it away, "
                        "std::move(receiver)");
  ~receiver() {
    if (unbounded_ != nullptr) unbounded_->remove_receiver();
    if (bounded_ != nullptr) bounded_->remove_receiver();
  }

  /// Deleted: a channel has one receiver.
  receiver clone() const FEARLESS_DELETED(
      "fearless[receiver-cloned] (E0599): a channel has one receiver; clone the sender, or give each thread a channel "
      "of its own");

  /// Waits for a value and returns it. Blocks, without using the processor, while the channel is empty and a sender is
  /// left. Errors: the channel is empty and every sender was dropped. Claims: channels.recv.blocks,
  /// channels.recv.value, channels.recv.closed, channels.recv.drains.
  result<T, recv_error> recv() FEARLESS_NEEDS_UNCONSUMED {
    return receive<recv_error>(std::nullopt, [](detail::front) { return recv_error{}; });
  }

  /// Returns a value if the channel has one. Does not block. Errors: `empty`, or `disconnected` if every sender was
  /// dropped as well. Claims: channels.try-recv.immediate, channels.try-recv.value, channels.try-recv.empty.
  result<T, try_recv_error> try_recv() FEARLESS_NEEDS_UNCONSUMED {
    const auto reason = [](detail::front seen) {
      return seen == detail::front::end ? try_recv_error::disconnected : try_recv_error::empty;
    };
    if (is_unbounded()) return take<try_recv_error>(unbounded_->look(), reason);
    return bounded_->receive_now(keep<try_recv_error>, refuse<try_recv_error>(reason));
  }

  /// Waits for a value for at most this duration, and returns it. A value already in the channel is returned, however
  /// short the duration. Blocks. Errors: `timeout`, or `disconnected`.
  template <class Rep, class Period>
  result<T, recv_timeout_error> recv_timeout(std::chrono::duration<Rep, Period> duration) FEARLESS_NEEDS_UNCONSUMED {
    return receive<recv_timeout_error>(detail::deadline_in(duration), [](detail::front seen) {
      return seen == detail::front::end ? recv_timeout_error::disconnected : recv_timeout_error::timeout;
    });
  }

  /// Every value in turn, waiting for each, until the receiver is disconnected: `for (auto value : rx)`. A receiver is
  /// an input range: `rx | std::views::take(3)` leaves the values after the third in the channel. Claims:
  /// channels.iterate.each, channels.iterate.ends, channels.order.
  [[nodiscard]] auto begin() FEARLESS_NEEDS_UNCONSUMED { return received_iterator<T, reception::waiting>(*this); }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }

  /// The values in the channel, without waiting for more: `for (auto value : rx.try_iter())`.
  [[nodiscard]] try_values<T> try_iter() FEARLESS_NEEDS_UNCONSUMED { return try_values<T>(*this); }

  /// Every value in turn; the loop owns the receiver and drops it at its end:
  /// `for (auto value : std::move(rx).into_iter())`.
  [[nodiscard]] owned_values<T> into_iter() && FEARLESS_CONSUMES { return owned_values<T>(std::move(*this)); }

  /// Whether every sender was dropped, so that the channel gets no more values. Memory order: if so, what was done with
  /// each sender, and before its drop, happens before the return.
  [[nodiscard]] bool is_disconnected() const FEARLESS_NEEDS_UNCONSUMED {
    return is_unbounded() ? unbounded_->has_no_sender() : bounded_->has_no_sender();
  }

  friend void append_debug(std::string& text, const receiver&) { text += "Receiver { .. }"; }

 private:
  friend channel_ends<T> channel<T>();
  friend sync_channel_ends<T> sync_channel<T>(std::size_t);
  explicit receiver(detail::unbounded_channel<T>* queue) noexcept : unbounded_(queue) {}
  explicit receiver(detail::bounded_channel<T>* queue) noexcept : bounded_(queue) {}

  [[nodiscard]] bool is_unbounded() const {
    if (unbounded_ != nullptr) [[likely]]
      return true;
    if (bounded_ == nullptr) panic("use of a receiver that was moved from");
    return false;
  }

  template <class E, class Reason>
  result<T, E> receive(detail::deadline until, Reason reason) {
    if (is_unbounded()) return take<E>(unbounded_->wait(until), reason);
    return bounded_->receive(until, keep<E>, refuse<E>(reason));
  }

  /// Takes the value at the front, in one move.
  template <class E, class Reason>
  result<T, E> take(detail::front seen, Reason reason) {
    if (seen != detail::front::value) return refuse<E>(reason)(seen);
    return detail::move_out([&] { return keep<E>(std::move(unbounded_->at_front())); }, [&] { unbounded_->pop(); });
  }

  template <class E>
  static result<T, E> keep(T&& value) {
    return result<T, E>(std::in_place, std::move(value));
  }

  template <class E, class Reason>
  static auto refuse(Reason reason) {
    return [reason](detail::front seen) { return result<T, E>(std::unexpected(reason(seen))); };
  }

  // One of them is null: channels with and without a bound have the same type of receiver.
  detail::unbounded_channel<T>* unbounded_ = nullptr;
  detail::bounded_channel<T>* bounded_ = nullptr;
};

/// The sender and the receiver of a new channel. Use structured bindings, `auto [tx, rx] = channel<int>();`: the
/// compiler reports a use after a move for a name such as `tx`, but not for a member such as `ends.tx`.
template <class T>
struct channel_ends {
  sender<T> tx;
  receiver<T> rx;
};

/// The sender and the receiver of a new channel with a bound.
template <class T>
struct sync_channel_ends {
  sync_sender<T> tx;
  receiver<T> rx;
};

/// Makes a channel without a bound. Channels are independent of each other. Claims: channels.create, channels.pair,
/// channels.names, channels.many-producers.
template <class T>
channel_ends<T> channel() {
  static_assert(detail::carried<T>, FEARLESS_VALUE_NOT_MOVABLE);
  auto* const queue = new detail::unbounded_channel<T>();
  return {sender<T>(detail::sending_side(queue)), receiver<T>(queue)};
}

/// Makes a channel that holds at most `bound` values. With a bound of 0, `send` waits until the receiver takes the
/// value.
template <class T>
sync_channel_ends<T> sync_channel(std::size_t bound) {
  static_assert(detail::carried<T>, FEARLESS_VALUE_NOT_MOVABLE);
  auto* const queue = new detail::bounded_channel<T>(bound);
  return {sync_sender<T>(detail::sending_side(queue)), receiver<T>(queue)};
}

namespace detail {
template <class T>
constexpr bool known_send<sender<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<sender<T>> = is_send<T>();
template <class T>
constexpr bool known_send<sync_sender<T>> = is_send<T>();
template <class T>
constexpr bool known_sync<sync_sender<T>> = is_send<T>();
template <class T>
constexpr bool known_send<receiver<T>> = is_send<T>();
}  // namespace detail

}  // namespace fearless

#undef FEARLESS_VALUE_NOT_MOVABLE

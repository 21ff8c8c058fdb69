// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>

#include "fearless/detail/futex.hpp"
#include "fearless/detail/move_out.hpp"
#include "fearless/detail/unbounded_channel.hpp"

namespace fearless::detail {

/// The result of an attempt to send without waiting.
enum class offered : std::uint8_t { sent, full, no_receiver };

/// The queue of a channel with a bound: any number of senders, one receiver. A sender without room waits with its value
/// in an offer. The offers are queued behind the values; the receiver takes an offer if there is no value. With a bound
/// of 0 there is room only while the receiver waits: each value is handed over (a rendezvous).
template <class T>
class bounded_channel {
 public:
  explicit bounded_channel(std::size_t bound) : bound_(bound) {}
  bounded_channel(const bounded_channel&) = delete;
  bounded_channel& operator=(const bounded_channel&) = delete;

  /// For a sender: waits for room and moves the value into the queue. False if the receiver was dropped; the value is
  /// then untouched. Blocks. Errors: an exception from the move of the value is passed on, and nothing is sent.
  [[nodiscard]] bool send(T& value) {
    std::unique_lock lock(mutex_);
    if (receiver_gone_) return false;
    if (line_.empty() && has_room()) {
      put(value);
      return true;
    }
    offer mine{.value = value};
    line_.push_back(&mine);
    mine.answered.wait(lock, [&] { return mine.taken || receiver_gone_ || (line_.front() == &mine && has_room()); });
    if (mine.taken) return true;
    std::erase(line_, &mine);
    if (receiver_gone_) return false;
    if (!line_.empty() && bound_ > values_.size() + 1) line_.front()->answered.notify_one();
    put(value);
    return true;
  }

  /// For a sender: sends if there is room now; otherwise does nothing.
  [[nodiscard]] offered try_send(T& value) {
    const std::scoped_lock lock(mutex_);
    if (receiver_gone_) return offered::no_receiver;
    if (!line_.empty() || !has_room()) return offered::full;
    put(value);
    return offered::sent;
  }

  /// For a sender: adds another sender.
  void add_sender() {
    const std::scoped_lock lock(mutex_);
    ++senders_;
  }

  /// For a sender, as its last call. The last sender disconnects the receiver.
  void remove_sender() {
    std::unique_lock lock(mutex_);
    if (--senders_ > 0) return;
    something_came_.notify_one();
    leave(std::move(lock));
  }

  /// For the receiver, as its last call: destroys the values in the queue, and wakes the waiting senders.
  void remove_receiver() {
    std::deque<T> left;
    std::unique_lock lock(mutex_);
    receiver_gone_ = true;
    for (offer* const waiting : line_) waiting->answered.notify_one();
    left.swap(values_);  // destroyed after the lock is released: a destructor may use this channel
    leave(std::move(lock));
  }

  /// For the receiver: returns `take(T&&)` of the value at the front, or `otherwise(front)` if there is none now.
  template <class Take, class Otherwise>
  auto receive_now(Take take, Otherwise otherwise) {
    const std::scoped_lock lock(mutex_);
    return receive(take, otherwise);
  }

  /// The same, after waiting for a value, a disconnection or the deadline. Blocks.
  template <class Take, class Otherwise>
  auto receive(deadline until, Take take, Otherwise otherwise) {
    std::unique_lock lock(mutex_);
    const auto something = [this] { return !values_.empty() || !line_.empty() || senders_ == 0; };
    if (!something()) {
      receiver_waits_ = true;
      if (until) {
        something_came_.wait_until(lock, *until, something);
      } else {
        something_came_.wait(lock, something);
      }
      receiver_waits_ = false;
    }
    return receive(take, otherwise);
  }

  /// Whether the receiver was dropped.
  [[nodiscard]] bool has_no_receiver() const {
    const std::scoped_lock lock(mutex_);
    return receiver_gone_;
  }

  /// Whether every sender was dropped.
  [[nodiscard]] bool has_no_sender() const {
    const std::scoped_lock lock(mutex_);
    return senders_ == 0;
  }

 private:
  /// A waiting sender. Lives on the sender's frame.
  struct offer {
    T& value;
    bool taken = false;
    std::condition_variable answered = {};
  };

  /// A waiting receiver takes the next value, so there is room for one more.
  [[nodiscard]] bool has_room() const { return values_.size() < bound_ + (receiver_waits_ ? 1 : 0); }

  void put(T& value) {
    values_.push_back(std::move(value));
    something_came_.notify_one();
  }

  /// Called with the lock held.
  template <class Take, class Otherwise>
  auto receive(Take& take, Otherwise& otherwise) {
    if (!values_.empty()) {
      return move_out([&] { return take(std::move(values_.front())); },
                      [&] {
                        if (!line_.empty()) line_.front()->answered.notify_one();
                        values_.pop_front();
                      });
    }
    if (!line_.empty()) {
      offer& first = *line_.front();
      line_.pop_front();
      first.taken = true;
      first.answered.notify_one();
      return take(std::move(first.value));
    }
    return otherwise(senders_ == 0 ? front::end : front::nothing);
  }

  /// The second side to leave, senders or receiver, deletes the queue.
  void leave(std::unique_lock<std::mutex> lock) {
    const bool last = std::exchange(one_side_left_, true);
    lock.unlock();
    if (last) delete this;
  }

  ~bounded_channel() = default;

  mutable std::mutex mutex_;
  const std::size_t bound_;
  std::condition_variable something_came_;  // wakes the receiver: a value, an offer or a disconnection
  std::deque<T> values_;
  std::deque<offer*> line_;
  std::size_t senders_ = 1;
  bool receiver_waits_ = false;
  bool receiver_gone_ = false;
  bool one_side_left_ = false;
};

}  // namespace fearless::detail

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

/// What became of an attempt to send without waiting.
enum class offered : std::uint8_t { sent, full, no_receiver };

/// The queue under a channel with a bound: any number of senders, one receiver. A sender for whom there is no room
/// waits with its value in an offer, and the offers stand in line behind the values; the receiver takes from the line
/// where no value stands before it. With a bound of 0 there is never room but for a receiver that waits: each value is
/// handed over (a rendezvous).
template <class T>
class bounded_channel {
 public:
  explicit bounded_channel(std::size_t bound) : bound_(bound) {}
  bounded_channel(const bounded_channel&) = delete;
  bounded_channel& operator=(const bounded_channel&) = delete;

  /// For a sender: moves the value out of where it is, and in, once there is room. False where the receiver is gone;
  /// the value is untouched then. Blocks. Errors: passes on what the move of the value throws; nothing was sent then.
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

  /// For a sender: the same where there is room now, and otherwise nothing.
  [[nodiscard]] offered try_send(T& value) {
    const std::scoped_lock lock(mutex_);
    if (receiver_gone_) return offered::no_receiver;
    if (!line_.empty() || !has_room()) return offered::full;
    put(value);
    return offered::sent;
  }

  /// For a sender: another one has come to be.
  void add_sender() {
    const std::scoped_lock lock(mutex_);
    ++senders_;
  }

  /// For a sender, its last act. The last one closes the channel.
  void remove_sender() {
    std::unique_lock lock(mutex_);
    if (--senders_ > 0) return;
    something_came_.notify_one();
    leave(std::move(lock));
  }

  /// For the receiver, its last act: destroys the values that are there, and sends away who waits.
  void remove_receiver() {
    std::deque<T> left;
    std::unique_lock lock(mutex_);
    receiver_gone_ = true;
    for (offer* const waiting : line_) waiting->answered.notify_one();
    left.swap(values_);  // destroyed after the lock is given up: a destructor may use this very channel
    leave(std::move(lock));
  }

  /// For the receiver: takes what is at the front now by `take(T&&)`, whose result it gives; where nothing is there,
  /// `otherwise(front)`.
  template <class Take, class Otherwise>
  auto receive_now(Take take, Otherwise otherwise) {
    const std::scoped_lock lock(mutex_);
    return receive(take, otherwise);
  }

  /// The same, once something is there or the deadline has passed. Blocks.
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

  /// Whether the receiver is gone.
  [[nodiscard]] bool has_no_receiver() const {
    const std::scoped_lock lock(mutex_);
    return receiver_gone_;
  }

  /// Whether all senders are gone.
  [[nodiscard]] bool has_no_sender() const {
    const std::scoped_lock lock(mutex_);
    return senders_ == 0;
  }

 private:
  /// A sender that waits, on its own frame.
  struct offer {
    T& value;
    bool taken = false;
    std::condition_variable answered = {};
  };

  /// A receiver that waits takes what comes: that is one more that fits.
  [[nodiscard]] bool has_room() const { return values_.size() < bound_ + (receiver_waits_ ? 1 : 0); }

  void put(T& value) {
    values_.push_back(std::move(value));
    something_came_.notify_one();
  }

  /// With the lock held.
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

  /// The second side to leave ends the queue.
  void leave(std::unique_lock<std::mutex> lock) {
    const bool last = std::exchange(one_side_left_, true);
    lock.unlock();
    if (last) delete this;
  }

  ~bounded_channel() = default;

  mutable std::mutex mutex_;
  const std::size_t bound_;
  std::condition_variable something_came_;  // a value, an offer, or the end: for the receiver
  std::deque<T> values_;
  std::deque<offer*> line_;
  std::size_t senders_ = 1;
  bool receiver_waits_ = false;
  bool receiver_gone_ = false;
  bool one_side_left_ = false;
};

}  // namespace fearless::detail

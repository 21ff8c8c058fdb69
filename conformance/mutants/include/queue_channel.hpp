// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

#include "drop.hpp"
#include "mutant.hpp"

/// A simple channel: a queue with a lock and a condition. It is correct. A mutant derives from it, overrides a
/// function, and replaces the reference's channel:
///
///     struct backwards : queue_channel {
///       void put(fearless_value value, int) override { queue.push_front(value); }
///     };
///
///     MUTANT(port) { port.channels = queue_channels<backwards>(); }
struct queue_channel {
  virtual ~queue_channel() = default;

  // The operations of the two ends. A sender has a number: the first one has 0, and each clone the next.

  virtual bool send(fearless_value value, int sender, fearless_value* returned) {
    const std::scoped_lock locked(lock);
    if (!receiver_lives) {
      *returned = value;
      return false;
    }
    put(value, sender);
    wake();
    return true;
  }

  virtual fearless_received recv(fearless_value* value) {
    std::unique_lock locked(lock);
    while (true) {
      const auto outcome = take(value);
      if (outcome != FEARLESS_EMPTY) return outcome;
      wait(locked);
    }
  }

  virtual fearless_received try_recv(fearless_value* value) {
    const std::scoped_lock locked(lock);
    return take(value);
  }

  virtual void for_each(bool (*body)(void* env, fearless_value value), void* env) {
    fearless_value value{};
    while (recv(&value) == FEARLESS_RECEIVED) {
      if (!body(env, value)) return;
    }
  }

  virtual int add_sender() {
    const std::scoped_lock locked(lock);
    ++senders;
    return next_sender++;
  }

  virtual void drop_sender([[maybe_unused]] int sender) {
    const std::scoped_lock locked(lock);
    if (--senders == 0) close();
  }

  virtual void drop_receiver() {
    std::deque<fearless_value> left;
    {
      const std::scoped_lock locked(lock);
      receiver_lives = false;
      left.swap(queue);
    }
    discard(left);
  }

  // The steps of these operations. All but `discard` are called with the lock held.

  /// Puts a value that is sent into the queue.
  virtual void put(fearless_value value, [[maybe_unused]] int sender) { queue.push_back(value); }

  /// Wakes a receiver that may wait for a value.
  virtual void wake() { changed.notify_all(); }

  /// Takes the next value, or returns why there is none.
  virtual fearless_received take(fearless_value* value) {
    if (queue.empty()) return senders == 0 ? FEARLESS_DISCONNECTED : FEARLESS_EMPTY;
    *value = queue.front();
    queue.pop_front();
    return FEARLESS_RECEIVED;
  }

  /// Waits until there may be a value.
  virtual void wait(std::unique_lock<std::mutex>& locked) { changed.wait(locked); }

  /// Called when the last sender was dropped.
  virtual void close() { changed.notify_all(); }

  /// Drops the messages in flight after the receiver was dropped. The drops call code of users, which may use the
  /// channel.
  virtual void discard(const std::deque<fearless_value>& left) {
    for (const auto& value : left) drop(value);
  }

  std::mutex lock;
  std::condition_variable changed;
  std::deque<fearless_value> queue;
  int senders = 1;
  int next_sender = 1;
  bool receiver_lives = true;
};

/// The ends, as the port returns them. The channel is destroyed with the last of them.
struct queue_sender {
  std::shared_ptr<queue_channel> channel;
  int number;

  static queue_sender& of(fearless_sender* sender) { return *reinterpret_cast<queue_sender*>(sender); }
  static const queue_sender& of(const fearless_sender* sender) {
    return *reinterpret_cast<const queue_sender*>(sender);
  }
};
struct queue_receiver {
  std::shared_ptr<queue_channel> channel;

  static queue_receiver& of(fearless_receiver* receiver) { return *reinterpret_cast<queue_receiver*>(receiver); }
};

/// The port's table for channels, each of which is a `Channel`.
template <std::derived_from<queue_channel> Channel>
fearless_channels queue_channels() {
  return {
      .channel =
          [](fearless_sender** sender, fearless_receiver** receiver) {
            const auto made = std::make_shared<Channel>();
            *sender = reinterpret_cast<fearless_sender*>(new queue_sender{made, 0});
            *receiver = reinterpret_cast<fearless_receiver*>(new queue_receiver{made});
          },
      .clone_sender =
          [](const fearless_sender* sender) {
            const auto& channel = queue_sender::of(sender).channel;
            return reinterpret_cast<fearless_sender*>(new queue_sender{channel, channel->add_sender()});
          },
      .drop_sender =
          [](fearless_sender* sender) {
            const std::unique_ptr<queue_sender> end(&queue_sender::of(sender));
            end->channel->drop_sender(end->number);
          },
      .drop_receiver =
          [](fearless_receiver* receiver) {
            const std::unique_ptr<queue_receiver> end(&queue_receiver::of(receiver));
            end->channel->drop_receiver();
          },
      .send =
          [](fearless_sender* sender, fearless_value value, fearless_value* returned) {
            const auto& end = queue_sender::of(sender);
            return end.channel->send(value, end.number, returned);
          },
      .recv = [](fearless_receiver* receiver,
                 fearless_value* value) { return queue_receiver::of(receiver).channel->recv(value); },
      .try_recv = [](fearless_receiver* receiver,
                     fearless_value* value) { return queue_receiver::of(receiver).channel->try_recv(value); },
      .for_each = [](fearless_receiver* receiver, bool (*body)(void* env, fearless_value value),
                     void* env) { queue_receiver::of(receiver).channel->for_each(body, env); },
  };
}

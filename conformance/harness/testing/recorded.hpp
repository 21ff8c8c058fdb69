// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/history.hpp"

namespace testing {

/// Sends the message and records the send.
inline send_record recorded_send(const bindings::sender<message>& tx, message what) {
  const moment called = now();
  const bool succeeded = tx.send(what).succeeded();
  return {.what = what, .succeeded = succeeded, .called = called, .returned = now()};
}

namespace detail {
inline receive_record recorded(moment called, const bindings::received<message>& got) {
  using outcome = receive_record::outcome;
  const moment returned = now();
  if (got.is_empty()) return {.gave = outcome::empty, .what = {}, .called = called, .returned = returned};
  if (got.is_disconnected()) return {.gave = outcome::disconnected, .what = {}, .called = called, .returned = returned};
  // A message that the implementation lost becomes one that was never sent.
  const message what = got.value() != nullptr ? *got.value() : message{.sender = -1, .number = -1};
  return {.gave = outcome::received, .what = what, .called = called, .returned = returned};
}
}  // namespace detail

/// A thread that sends, and whose result is the record of its sends.
using sending_thread = bindings::join_handle<std::vector<send_record>>;

/// Sends `messages` messages on another thread, as the sender of this number. The sender is dropped when the thread
/// ends.
inline sending_thread spawn_sending(bindings::sender<message> end, int number_of_sender, int messages) {
  return bindings::spawn([number_of_sender, messages, own = std::move(end)] {
    std::vector<send_record> done;
    for (int number = 0; number < messages; ++number)
      done.push_back(recorded_send(own, {.sender = number_of_sender, .number = number}));
    return done;
  });
}

/// Waits for the threads, and adds their sends to the history. Blocks.
inline void join_senders(std::vector<sending_thread> sending, history& all) {
  for (auto& handle : sending) {
    const auto done = handle.join();
    // Where the result of a thread is lost, its messages are missing, and the case fails.
    if (done.value() != nullptr) all.sends.insert(all.sends.end(), done.value()->begin(), done.value()->end());
  }
}

/// Waits for a message and records the receive. Blocks.
inline receive_record recorded_recv(const bindings::receiver<message>& rx) {
  const moment called = now();
  return detail::recorded(called, rx.recv());
}

/// Receives a message if one is there, and records the attempt.
inline receive_record recorded_try_recv(const bindings::receiver<message>& rx) {
  const moment called = now();
  return detail::recorded(called, rx.try_recv());
}

/// Receives until there are no more messages, and adds the receives to the history. Blocks.
inline void receive_to_the_end(const bindings::receiver<message>& rx, history& all) {
  do {
    all.receives.push_back(recorded_recv(rx));
  } while (all.receives.back().gave == receive_record::outcome::received);
}

/// Whether the first receive was called before the first send returned, so that it may have waited.
inline bool receive_came_first(const history& all) {
  return !all.receives.empty() && !all.sends.empty() && all.receives.front().called < all.sends.front().returned;
}

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace testing {

/// A point in time, by a clock that all threads of a test share.
using moment = std::uint64_t;

/// The present. Under the strategy `noise` the call may delay the thread for less than a millisecond. It orders
/// nothing: the race detector does not see it. Thread safety: may be called from any thread.
moment now();

/// A message. No other message of its history is equal to it.
struct message {
  int sender;
  int number;  // counted by the sender, from 0
  auto operator<=>(const message&) const = default;
};

/// As the trace shows it.
inline std::string in_trace(const message& of) {
  return "message " + std::to_string(of.number) + " of sender " + std::to_string(of.sender);
}

/// A send, from its call to its return.
struct send_record {
  message what;
  bool succeeded;
  moment called, returned;
};

/// A receive, from its call to its return.
struct receive_record {
  enum class outcome : std::uint8_t { received, empty, disconnected };
  outcome gave;
  message what;  // only where one was received
  moment called, returned;
};

/// All operations on one channel. Each thread records its own; they are put together when the threads were joined.
struct history {
  static constexpr moment never = std::numeric_limits<moment>::max();

  std::vector<send_record> sends;        // those of each sender in their order
  std::vector<receive_record> receives;  // in the receiver's order
  moment last_sender_leaves = never;     // the drop of the last sender began
  moment last_sender_left = never;       // the drop of the last sender ended
  moment senders_joined = never;         // the receiver's thread had joined all threads that send
  moment receiver_leaves = never;        // the drop of the receiver began
  moment receiver_left = never;          // the drop of the receiver ended
};

/// What a history must satisfy.
enum class strictness : std::uint8_t {
  promised,     // the claims on channels
  linearizable  // each operation takes effect at one moment between its call and its return
};

/// A sentence that says what this channel did and no channel may do, or nothing where the history is correct. Takes
/// time proportional to the length of the history; this is possible since there is one receiver and all messages
/// differ.
std::optional<std::string> complaint(const history& all, strictness how = strictness::promised);

}  // namespace testing

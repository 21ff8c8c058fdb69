// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace testing {

/// A point in the one order of all that the threads of a test note.
using moment = std::uint64_t;

/// The present, or, where an execution is made noisy, a little later. It orders nothing: the race detector does not see
/// it. May block, for less than a millisecond. Thread safety: may be called from any thread.
moment now();

/// A message that is like no other of its history.
struct message {
  int sender;
  int number;  // the sender's own count, from 0
  auto operator<=>(const message&) const = default;
};

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
  message what;  // where one was received
  moment called, returned;
};

/// What was done to one channel, noted by each of its threads for itself and put together when they were joined.
struct history {
  static constexpr moment never = std::numeric_limits<moment>::max();

  std::vector<send_record> sends;        // each sender's in its order
  std::vector<receive_record> receives;  // the receiver's, in its order
  moment last_sender_leaves = never;     // the last of the senders began to be dropped
  moment last_sender_left = never;       // and was dropped
  moment senders_joined = never;         // all threads that send were joined by the receiver's
  moment receiver_leaves = never;        // the receiver began to be dropped
  moment receiver_left = never;          // and was dropped
};

/// How a history is judged.
enum class strictness : std::uint8_t {
  promised,     // by what the claims on channels promise
  linearizable  // as if every operation had taken effect at one moment between its call and its return
};

/// What no channel may do and this one did, in a sentence; nothing where there is no such thing. Takes time in
/// proportion to the history's length, which one receiver and messages like no other make possible.
std::optional<std::string> complaint(const history& all, strictness how = strictness::promised);

}  // namespace testing

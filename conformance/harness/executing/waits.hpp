// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "executing/state.hpp"

namespace scenarios {

// A thread waits only for threads that do not wait themselves, or that have a message waiting for them, so that no
// cycle comes about. Where it would, the step is left out, or does not wait.

/// Whether the calling thread may wait until all senders of the channel are gone.
bool may_wait_for_all_messages(const object& receiver);

/// Whether it may wait for the next message.
bool may_wait_for_message(const object& receiver);

/// Whether it may wait for the mutex: in one order of the mutexes only, and not while the holder waits.
bool may_wait_for_lock(int number);

/// Whether it may wait for the end of the thread.
bool may_wait_for_thread(const object& thread);

/// The calling thread may wait, for a message of this channel or for something else.
class waiting {
 public:
  explicit waiting(std::uint32_t channel = 0) {
    me().waits_for = channel;
    me().waits = true;
  }
  ~waiting() { me().waits = false; }
  waiting(const waiting&) = delete;
  waiting& operator=(const waiting&) = delete;
};

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "events/events.hpp"

namespace testing {

/// Notes that this thread is about to do its part of what the detector must report. If the implementation prevents it,
/// by a message and the end of the process, or if it has threads of its own that keep a deadlock from being recognised,
/// the case is UNSUPPORTED from here on, and no claim requires it. Thread safety: may be called from any thread.
inline void approach_danger() {
  events::emit({{"event", "danger"}, {"thread", gettid()}});
}

/// Ends the case here: the implementation prevented by an error what would have been reported.
[[noreturn]] inline void danger_was_prevented(const char* how) {
  std::fputs(how, stderr);
  _exit(1);
}

}  // namespace testing

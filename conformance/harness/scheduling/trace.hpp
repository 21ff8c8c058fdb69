// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "scheduling/strategies/planned.hpp"
#include "scheduling/threads.hpp"

/// What the threads under control do, written to a file as they do it: it is complete up to the moment at which the
/// process ends, in whatever way. One line of JSON for each event, in the order of execution:
///
/// | event                                                  | members                                               |
/// |--------------------------------------------------------|-------------------------------------------------------|
/// | a function of the port is called                       | `call`, `kind` and `object` that it is called on,     |
/// |                                                        | `value` that is passed                                |
/// | it has returned                                        | `returned`, `gives`: the object that it made, `value` |
/// | the case notes something, such as a drop               | `remark`                                              |
/// | an atomic operation                                    | `does`, `on`, `read`, `wrote`, `newest`, `order`      |
/// | a call of the system's                                 | `does`, `on`                                          |
/// | the thread waits, or goes on                           | `waits`, `goes_on`: why                               |
/// | a choice that is not the plainest one                  | `departs`, `to`                                       |
/// | the thread starts or ends; all threads are in deadlock | `starts`, `ends`; `deadlock`                          |
///
/// `thread` is the thread's place in the scheduler, `at` the implementation's frames, the innermost first: each a file
/// and an offset in it.
///
/// Thread safety: only the thread that has the scheduler's turn comes here, but for `is_on`.
namespace scheduling::trace {

/// Writes to this file from now on. False where it can't be written.
bool begin(const std::string& file);

namespace detail {
inline constinit std::atomic<bool> is_on = false;
}
[[nodiscard]] inline bool is_on() {
  return detail::is_on.load(std::memory_order_relaxed);  // set before any thread of the execution starts
}

// What follows may be called only where the trace is on, but for `departs`. It does nothing on a thread that is not
// under control.

/// The value that lies here is shown as this text from now on.
void describe(const void* value, std::string text);

/// `value`: one that is passed, or null.
void calls(const char* function, const char* kind, const void* object, const void* value);

/// `kind` and `made`: the object that the call made, or null. `value`: one that is handed out, or null.
void returned(const std::string& result, const char* kind, const void* made, const void* value);

/// What else the thread did, as one line.
void remark(const char* text);

/// A value as it is shown.
[[nodiscard]] std::string shown(unsigned __int128 value);

/// An atomic operation that was executed.
struct access {
  const char* does;
  const void* on;
  int order;                          ///< as the compiler passes it
  std::optional<std::string> read{};  ///< the value
  std::optional<std::string> wrote{};
  std::optional<std::string> newest{};  ///< the newest value, where it read an older one
};
void accessed(const access& what);

void comes_to(operation next);
void waits(const void* on, wait_kind how);
void goes_on(woken why);
void starts();
void ends();
void departs(const departure& choice);
void deadlock();

}  // namespace scheduling::trace

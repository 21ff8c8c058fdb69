// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scenarios {

/// The kinds of objects that a scenario has. The letter is the one that stands in a scenario's text.
enum class kind : char {
  none = 0,
  sender = 's',
  receiver = 'r',
  mutex = 'm',
  arc = 'a',
  weak = 'w',
  rc = 'c',
  thread = 't'
};

/// The name of an object in a scenario, as in `s1`.
struct handle {
  kind of = kind::none;
  int number = 0;
  auto operator<=>(const handle&) const = default;
  [[nodiscard]] bool is_some() const { return of != kind::none; }
};

/// The highest number of a handle of each kind, and of a value.
inline constexpr int most_handles = 32, most_values = 256;

/// What the two words of a value are.
enum class layout : std::uint8_t {
  memory,     ///< memory that every thread writes that drops it, and a drop
  number,     ///< a number in place of an address, and a drop
  undropped,  ///< a number, and no drop
  null,       ///< no data, but a drop
  blank,      ///< neither data nor a drop
  same        ///< the address and the drop of a value that was dropped before
};

struct step;

/// A value that a step gives away.
struct value {
  int number = 0;
  layout is = layout::memory;
  handle carries{};           ///< an object that moves with the value, and is dropped with it
  std::vector<step> dropped;  ///< steps of the thread that drops the value, in the drop
};

/// What a step does. The names are those in a scenario's text.
enum class action : std::uint8_t {
  channel,      ///< `channel s1 r1`
  send,         ///< `send s1 v1`
  recv,         ///< `recv r1`
  try_recv,     ///< `try_recv r1`
  each,         ///< `each r1 x 3 { … }`: at most 3 messages; without a number all
  clone,        ///< `clone s1 s2`: of a sender, an arc, an rc
  crowd,        ///< `crowd s1 x 255`: clones that all exist until `disperse s1`
  disperse,     ///< `disperse s1`
  drop,         ///< `drop s1`: of anything but a mutex and a thread
  mutex,        ///< `mutex m1 v1`
  lock,         ///< `lock m1`; with a count, it is released each time
  try_lock,     ///< `try_lock m1`
  unlock,       ///< `unlock m1`
  with_lock,    ///< `with_lock m1 { … }`
  with_unwrap,  ///< `with_unwrap m1 { … }`
  put,          ///< `put m1 v2`: replaces the data, by the holder of the lock
  read,         ///< `read m1`, `read a1`, `read c1`
  arc,          ///< `arc a1 v1`
  rc,           ///< `rc c1 v1`
  count,        ///< `count a1`
  cycle,        ///< `cycle a1 x 5`: clones and drops of it within the implementation
  downgrade,    ///< `downgrade a1 w1`
  upgrade,      ///< `upgrade w1 a2`
  spawn,        ///< `spawn t1 with s1 a2 { … } dropped { … }`
  refuse,       ///< `refuse t1 with s1 { … }`: a spawn while the system starts no thread
  join,         ///< `join t1`
  join_unwrap,  ///< `join_unwrap t1`
  detach,       ///< `detach t1`
  sleep,        ///< `sleep 1000`: nanoseconds
  panic,        ///< `panic v1`: unwinds to the next `catch`, the end of the closure, or of the main thread's step
  caught,       ///< `catch { … }`
  finish,       ///< `return v1`: the result of the thread
  chain,        ///< `chain a x 257`: so many objects of a kind, each in the value of the next one
  many,         ///< `many s x 257`: so many objects of a kind at once, each used and dropped
  meet,         ///< `meet m x 65`: so many threads at once, which use an object of a kind
  interrupt,    ///< `interrupt t1`: a signal, which does nothing but interrupt a wait of the thread
  // Only in recordings:
  body,         ///< the call of a closure
  environment,  ///< the drop of a closure's environment
  use           ///< a thread uses the memory of a value
};

/// A step of a thread.
struct step {
  action does{};
  handle on{};                   ///< the object that it is about
  handle makes{};                ///< the object that it makes, besides `on`
  std::optional<value> gives{};  ///< the value that it gives away
  std::uint64_t times = 0;       ///< how often; 0: the text has no number. Of a sleep: nanoseconds
  std::vector<handle> moves{};   ///< of a spawn: what moves into the closure
  std::vector<step> body{};      ///< of a closure, a lock's body, an iteration
  std::vector<step> dropped{};   ///< of a spawn: steps in the drop of the environment
};

/// A program for the port. `setup` runs on the main thread alone, without controlled scheduling; `main` follows on the
/// same thread. What a thread still owns at its end is dropped with its environment.
struct scenario {
  std::vector<step> setup, main;
};

/// The scenario as text, a step a line.
std::string text_of(const scenario& all);

/// The name of an object in these texts: `s1`.
std::string text_of(const handle& one);

/// Reads the text of a scenario. Errors: `std::invalid_argument`, whose message says what is wrong and in which line.
scenario parse(std::string_view text);

/// The name of an action in a scenario's text.
std::string_view name(action does);

/// A step in one line, without the steps inside it.
std::string line_of(const step& one);

/// How many threads, objects and steps a scenario has: what is reduced where it fails.
struct extent {
  std::size_t threads = 1, objects = 0, steps = 0;
  std::uint64_t repetitions = 0;
  std::uint64_t sleep = 0;  ///< nanoseconds of the longest sleep
  auto operator<=>(const extent&) const = default;
};
extent extent_of(const scenario& all);

/// Whether the scenario is executed in less than a few milliseconds.
bool is_brief(const scenario& all);

/// Calls `visit` for each list of steps of the scenario, the outer ones first.
template <class Visit>
void for_each_list(std::vector<step>& list, const Visit& visit) {
  visit(list);
  for (step& each : list) {
    for_each_list(each.body, visit);
    for_each_list(each.dropped, visit);
    if (each.gives) for_each_list(each.gives->dropped, visit);
  }
}

}  // namespace scenarios

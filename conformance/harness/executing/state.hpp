// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

#include "bindings/port.hpp"
#include "scenarios/recording.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// Who owns an object: the number of a thread, or one of these.
inline constexpr int no_owner = -1, moving = -2;

/// The number of a thread that the scenario does not know.
inline constexpr std::uint8_t foreign_thread = UINT8_MAX;

inline constexpr std::size_t most_nulls = 8;
inline constexpr std::size_t most_channels = 4096;

/// An object of the implementation, under its name in the scenario.
struct object {
  std::atomic<int> owner = no_owner;
  void* port = nullptr;
  std::uint32_t number = 0;  ///< of the channel, mutex, arc, rc or thread, as in `record::object`
  std::uint32_t own = 0;     ///< of this sender or owner, as in `record::owner`
  std::vector<void*>* crowd = nullptr;
  const fearless_value* seen = nullptr;  ///< of an owner: where it found the value, which stays there
};

/// A thread of the scenario.
struct thread_state {
  std::atomic<bool> waits = false, has_ended = false;
  std::uint32_t waits_for = 0;                         ///< the channel whose message it waits for
  std::uint32_t knows = 0;                             ///< the mutexes that it may use, as bits
  std::uint32_t locked = 0;                            ///< those that it holds
  std::array<fearless_guard*, most_handles> guards{};  ///< of those that no body of a lock holds
  std::array<std::uint8_t, most_handles> locked_in{};  ///< the context that each of these was acquired in
  std::array<fearless_value*, most_handles> slots{};   ///< the data of each mutex that it holds
  std::uint32_t result = no_value;                     ///< the value that it returns or panics with
  std::uint8_t context = plain;
  int depth = 0;  ///< of drops within drops
};

struct channel_state {
  std::atomic<int> in_flight = 0, senders = 0;
};

/// All that an execution needs. It is static and does not move, so that no thread frees what another one uses.
struct execution_state {
  recording* into = nullptr;
  std::array<std::array<object, most_handles>, 7> objects{};
  std::array<thread_state, most_threads> threads{};
  std::array<channel_state, most_channels> channels{};
  std::array<std::atomic<std::uint32_t>, most_nulls> nulls{};  ///< the value of each drop that takes no data
  std::atomic<std::uint32_t> blank = no_value;                 ///< the value without data and drop
  std::atomic<std::uint32_t> same = no_value;                  ///< the latest value at the address that is used again
  std::uint32_t changes = 0;                                   ///< counts what the main thread waits for at the end
  bool is_controlled = false;                                  ///< whether one thread runs at a time
};
/// The steps in the drop of each value.
inline constinit std::array<const std::vector<step>*, most_made> steps_of_drops{};

inline execution_state& run() {
  static constinit execution_state the_one;
  return the_one;
}

/// The calling thread's number in the scenario.
inline constinit thread_local std::uint8_t mine = foreign_thread;

inline recording& log() {
  return *run().into;
}
inline stamp now() {
  return log().clock.fetch_add(1) + 1;
}
inline thread_state& me() {
  return run().threads[mine];
}
inline object& at(handle one) {
  constexpr std::string_view kinds = "srmawct";
  return run().objects[kinds.find(static_cast<char>(one.of))][static_cast<std::size_t>(one.number)];
}

/// Says that a closure, or the result of a thread, is gone.
void note_change();

/// Begins the record of a step of the calling thread, or ends it.
record& open(action does, handle on, std::uint32_t object = 0, std::uint32_t owner = 0);
void close(record& done, result gave);

/// How a list of steps ended.
enum class flow : std::uint8_t { on, panics, finishes };

/// Runs a step, or some, on the calling thread.
flow run_step(const step& what);
flow run_list(const std::vector<step>& list);

/// Releases the locks that no body of a lock holds.
void unlock_all();

/// Drops an object of the implementation. Of a thread it is the handle.
void drop_in_port(kind of, void* port);

/// Of many objects or threads: which one was wrong, counted from 1, or 0.
struct first_wrong {
  std::uint64_t number = 0;
  bool is_poison = false;  ///< whether it is the poison of a mutex that was wrong
  bool is_judged = true;   ///< false: the system started too few threads, so that nothing can be said

  void expect(std::uint64_t which, bool right) {
    if (!right && number == 0) number = which + 1;
  }
};

/// Makes so many objects of a kind at once, uses each, and drops them.
first_wrong many(kind of, std::uint64_t times);
/// Makes so many objects of a kind, each in the value of the next one, and drops the outermost.
first_wrong chain(kind of, std::uint64_t times);
/// Has so many threads at once use objects of a kind. Blocks.
first_wrong meet(kind of, std::uint64_t times);

/// Drops an object that the calling thread owns.
void drop_object(handle one);

/// Drops all objects that the thread owns: the handles of threads last, or not.
void drop_all_of(int thread);
void drop_objects_of(int thread);

/// Makes a value of the scenario, which is to be at this place. It does not carry the object `in_use`.
std::uint32_t make_value(const value& of, place where, std::uint32_t object, handle in_use = {});

/// The value as the port has it.
fearless_value to_port(std::uint32_t made);

/// Which value this is: `no_value` where it is empty, `unknown_value` where no value of the execution is these words.
std::uint32_t from_port(fearless_value given);

/// Uses the value, so that the detector sees it. Returns the value, or `unknown_value` where its content was changed.
std::uint32_t use_value(std::uint32_t made);

/// Takes a value that came out of the implementation: what it carries then belongs to the calling thread.
std::uint32_t take_value(fearless_value given);

/// Drops a value that the calling thread has taken.
void drop_value(fearless_value given);

/// Prepares the memory of the values for an execution.
void begin_values();

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "scenarios/claims.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// A point in the order in which the steps of an execution were seen. 0: not yet.
using stamp = std::uint64_t;

/// How a step ended.
enum class result : std::uint8_t {
  pending,  ///< it has not returned
  done,
  failed,  ///< of a send: the receiver is gone. Of a spawn: no thread was started
  received,
  empty,
  disconnected,
  locked,
  poisoned,
  would_block,
  returned,
  panicked,
  none,  ///< of an upgrade: there is no owner. Of another step: it says nothing, and does not count
  wrong  ///< of steps that are judged where they run: see `record::count`
};

/// A value's number in a recording where there is none, or where what arrived is no value of the scenario.
inline constexpr std::uint32_t no_value = UINT32_MAX, unknown_value = UINT32_MAX - 1;

/// The context that a step ran in, as bits.
enum context : std::uint8_t { plain = 0, in_lock = 1, unwinding = 2, in_drop = 4, in_iteration = 8, after_panic = 16 };

/// A step that a thread took.
struct record {
  stamp called = 0, returned = 0;
  stamp began = 0, ended = 0;      ///< of a lock with a body: while the body ran
  std::uint32_t object = 0;        ///< the object, numbered in the order of creation over all kinds
  std::uint32_t owner = 0;         ///< the sender or owner that was used, numbered in the same way
  std::uint32_t made = 0;          ///< the owner that it made
  std::uint32_t value = no_value;  ///< the value that it gave or got
  std::uint64_t count = 0;         ///< what a count returned; how many were made at once
  handle on;
  action does{};
  result gave = result::pending;
  std::uint8_t thread = 0, context = plain;
};

/// Where a value is.
enum class place : std::uint8_t { thread, channel, mutex, arc, rc, result, payload, gone };

/// A value of an execution.
struct value_record {
  int number = 0;  ///< in the scenario
  layout is{};
  handle carries;
  std::atomic<std::uint32_t> drops = 0;
  stamp drop_begins = 0, drop_ends = 0;
  std::uint8_t dropped_by = 0;
  place at = place::thread;
  place at_drop = place::thread;
  std::uint32_t object = 0;  ///< the channel, mutex, arc, rc or thread that it is in
};

/// A thread of an execution.
struct thread_record {
  std::uint8_t spawned_by = 0;
  bool is_spawned = false, refused = false, is_joined = false;
  std::atomic<std::uint32_t> calls = 0, drops = 0;
  int system_id = 0;
  stamp spawned = 0, begins = 0, ends = 0, environment_dropped = 0;
  bool environment_intact = true;
  result outcome = result::pending;
  std::uint32_t value = no_value;  ///< the result or the payload
};

/// The threads that an execution may have, the steps that each may take, and the values.
inline constexpr std::size_t most_threads = 12, most_steps = 1 << 12, most_main_steps = 1 << 19, most_made = 1 << 19;

/// A set of groups, as bits.
using groups = std::uint8_t;

/// Memory that remains allocated after all objects of a scenario are gone, where it grows with each execution.
struct memory_growth {
  std::uint64_t executions = 0;  ///< over which it was seen; 0: it does not grow
  std::uint64_t bytes = 0;       ///< by which it grew over these
};

/// How the process that executes scenarios ended, as far as it could say.
enum class ending : std::uint8_t { running, finished, deadlock, race, crash };

/// All that is known of an execution. It lies in a file that the executing process shares with the one that judges, so
/// it survives a crash.
struct recording {
  std::atomic<stamp> clock = 0;
  std::atomic<ending> how = ending::running;
  std::array<char, 64> what{};  ///< of a race or a crash: the kind of report, or the signal
  std::uint8_t culprit = 0;     ///< the thread on which the race or crash was seen
  std::atomic<std::uint32_t> values = 0, threads = 1, objects = 0;
  std::array<std::atomic<std::uint32_t>, most_threads> steps{};
  std::atomic<bool> is_incomplete = false;  ///< a thread took more steps than can be recorded
  bool models_memory = false;  ///< whether loads may read older values, so that the clock does not say what is known
  std::array<thread_record, most_threads> thread{};
  std::array<std::array<record, most_steps>, most_threads> of_thread{};
  std::array<record, most_main_steps> of_main{};  ///< of thread 0
  std::array<value_record, most_made> value{};
  memory_growth grown{};
  std::uint64_t entry = 0, execution = 0;  ///< which of the batch's scenarios it is, and which of its executions
  std::uint64_t executions = 0;            ///< of all processes so far
  std::uint64_t unjudged = 0;              ///< of these, those that were not complete
  performed_actions performed{};           ///< in these, by all threads
  std::uint32_t grown_groups = 0;          ///< the sets of groups whose memory was seen to grow, a bit for each set
};

/// The groups of the objects that the execution had.
groups groups_of(const recording& all);

/// The record of a thread's step.
inline record& step_of(recording& all, std::size_t thread, std::uint32_t number) {
  return thread == 0 ? all.of_main[number] : all.of_thread[thread][number];
}

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>

#include "scheduling/stall_detector.hpp"
#include "scheduling/strategies/strategy.hpp"
#include "scheduling/threads.hpp"
#include "system/unseen.hpp"

namespace scheduling {

/// Lets one thread of the implementation run at a time, and asks the strategy at each scheduling point which one goes
/// on. So what happens depends on the strategy and the seed alone, and happens again for the same ones.
///
/// Where no thread is runnable and none may time out, the implementation is in a deadlock: then all of its threads wait
/// for ever, for the certifier to see. That needs every thread to be known. Where one is not known, or where the thread
/// that has the turn waits or spins where that can't be seen, the scheduler detaches all of them: they run freely until
/// the next execution.
///
/// Blocks: a function that lets another thread have the turn waits until it comes back. Thread safety: all of them may
/// be called from any thread. The race detector sees nothing of it.
class scheduler {
 public:
  /// Begins an execution. The calling thread is the first to have the turn.
  void begin(strategy& how, std::uint64_t seed);

  /// Ends it, when no other thread has anything left to do.
  void end();

  /// Whether the calling thread is under control. A thread that was not known is so from here on, in an execution, and
  /// waits for its turn.
  [[nodiscard]] bool controls_this_thread();

  // For a thread that is under control:

  /// A scheduling point before the operation: another thread may go on first.
  void reach(operation next);

  /// Lets another thread go on, where there is one.
  void yield();

  /// Waits for a `wake` on the same address. Atomic with what the thread looked at since it last had the turn.
  woken block(const void* on, wait_kind kind);

  // For any thread:

  /// Wakes at most so many of the threads that wait on the address. Returns how many it woke.
  unsigned wake(const void* on, unsigned most);

  /// Where a thread that is about to be started will be, unless the threads are detached before.
  struct place {
    int number;
    std::uint32_t epoch;
  };

  /// A thread is about to be started. Returns nothing where there is no place or nothing is under control.
  std::optional<place> expect_thread();
  void thread_is(const place& of, pthread_t handle);  // it was started
  void forget_thread(const place& of);                // it was not
  void thread_begins(const place& at);                // from the thread itself; waits for its turn
  void thread_ends();                                 // from the thread itself

  /// Waits until the thread has ended, if it is under control.
  void await_end(pthread_t handle);

  /// Detaches all threads, for the rest of the execution.
  void detach();

  /// How many threads the process had before the implementation was loaded, besides the main one.
  void other_threads(unsigned count) { other_threads_ = count; }

  // Of the execution that was last begun:
  [[nodiscard]] std::uint64_t scheduling_points() const { return scheduling_points_; }
  [[nodiscard]] bool was_detached() const { return was_detached_; }

 private:
  using lock = std::unique_lock<unseen::spin_lock>;

  // All of these need the lock; those that take it as a parameter may give it up for a while.
  controlled_thread* this_thread();
  controlled_thread* place_for_new_thread();
  void end_waits_by_chance();
  controlled_thread* choose(controlled_thread& now, bool must_leave);
  controlled_thread* next_after(lock& locked, controlled_thread& now, bool must_leave);
  bool all_are_known(lock& locked);
  void stand_still();
  void leave_to_another(lock& locked, controlled_thread& now, bool must_leave);
  unsigned wake_waiting(const void* on, unsigned most);
  void give_turn(controlled_thread& to);
  void detach_all();
  // And these must not have it.
  void await_turn(controlled_thread& me, std::uint32_t epoch);
  void check_turn();

  unseen::spin_lock lock_;
  std::atomic<bool> running_ = false;
  std::atomic<std::uint32_t> epoch_ = 1;  // ends when all threads are detached: control of a thread is for one epoch
  std::atomic<bool> stands_still_ = false;
  bool main_rests_ = false;  // the main thread has ended the execution, and waits until nothing is left to do
  bool was_detached_ = false;
  strategy* strategy_ = nullptr;
  thread_table threads_;
  controlled_thread* main_ = nullptr;
  controlled_thread* turn_of_ = nullptr;
  unsigned other_threads_ = 0;
  std::uint64_t operations_ = 0;         // of all executions
  std::uint64_t scheduling_points_ = 0;  // the operations of this execution at which there was a choice
  std::uint64_t waits_ = 0;
  stall_detector stall_detector_;
};

/// The one of the process.
scheduler& the_scheduler();

}  // namespace scheduling

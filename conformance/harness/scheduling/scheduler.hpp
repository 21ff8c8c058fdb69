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
/// on. So an execution depends only on the strategy and the seed, which repeat it.
///
/// Where no thread is runnable and no wait may time out, the implementation is in a deadlock: then all of its threads
/// wait without an end, which the certifier recognises. Where a thread of the process is not known to the scheduler, or
/// the thread that has the turn waits or spins in a way that is not intercepted, the scheduler detaches all threads:
/// they run freely until the next execution.
///
/// Blocks: a function that gives the turn to another thread waits until it comes back. Thread safety: all functions may
/// be called from any thread. They order nothing: the race detector does not see them.
class scheduler {
 public:
  /// Begins an execution. The calling thread has the turn first.
  void begin(strategy& how, std::uint64_t seed);

  /// Ends the execution, when no other thread can go on.
  void end();

  /// Whether the calling thread is under control. During an execution, a thread that was not known comes under control
  /// here, and waits for its turn.
  [[nodiscard]] bool controls_this_thread();

  // For a thread that is under control:

  /// A scheduling point before the operation: another thread may go on first.
  void reach(operation next);

  /// Lets another thread go on, where there is one.
  void yield();

  /// Waits for a `wake` on the same address. No other thread takes a step between the thread's last one and the wait.
  woken block(const void* on, wait_kind kind);

  // For any thread:

  /// Wakes at most `most` of the threads that wait on the address. Returns how many it woke.
  unsigned wake(const void* on, unsigned most);

  /// The place of a thread that is about to be started. It is valid for one epoch.
  struct place {
    int number;
    std::uint32_t epoch;
  };

  /// A thread is about to be started. Returns nothing where it will not be under control.
  std::optional<place> expect_thread();
  void thread_is(const place& of, pthread_t handle);  // the thread was started
  void forget_thread(const place& of);                // starting it failed
  void thread_begins(const place& at);                // called by the thread; waits for its turn
  void thread_ends();                                 // called by the thread

  /// Waits until the thread has ended, if it is under control.
  void await_end(pthread_t handle);

  /// Detaches all threads, for the rest of the execution.
  void detach();

  /// Has a function called in a deadlock, instead of letting the threads wait.
  void on_deadlock(void (*called)()) { on_deadlock_ = called; }

  /// The place of the calling thread where it is under control; -1 elsewhere.
  [[nodiscard]] int place_of_this_thread() const;

  /// The same where the memory model is on, too; -1 elsewhere. It is the thread's number in the model.
  [[nodiscard]] int modelled_thread() const;

  /// How many threads the process had before the implementation was loaded, besides the main one.
  void other_threads(unsigned count) { other_threads_ = count; }

  // Of the execution that was last begun:
  [[nodiscard]] std::uint64_t scheduling_points() const { return scheduling_points_; }
  [[nodiscard]] bool was_detached() const { return was_detached_; }

 private:
  using lock = std::unique_lock<unseen::spin_lock>;

  // Called with the lock held. The functions that take it as a parameter may release it for a while.
  controlled_thread* this_thread();
  controlled_thread* place_for_new_thread();
  void model_thread(const controlled_thread& thread, std::optional<int> starter);
  void end_waits_by_chance();
  controlled_thread* choose(controlled_thread& now, bool must_leave);
  controlled_thread* next_after(lock& locked, controlled_thread& now, bool must_leave);
  bool all_are_known(lock& locked);
  void stand_still();
  void leave_to_another(lock& locked, controlled_thread& now, bool must_leave);
  woken end_of_wait(const controlled_thread& me);
  unsigned wake_waiting(const void* on, unsigned most);
  void give_turn(lock& locked, controlled_thread& to);
  void detach_all();
  // Called without the lock.
  void await_turn(controlled_thread& me, std::uint32_t epoch);
  void check_turn();

  unseen::spin_lock lock_;
  std::atomic<bool> running_ = false;
  std::atomic<std::uint32_t> epoch_ = 1;  // ends when all threads are detached; a thread is under control for one epoch
  std::atomic<bool> stands_still_ = false;
  bool main_rests_ = false;  // the main thread waits in `end` until no other thread can go on
  bool was_detached_ = false;
  strategy* strategy_ = nullptr;
  thread_table threads_;
  controlled_thread* main_ = nullptr;
  controlled_thread* turn_of_ = nullptr;
  unsigned other_threads_ = 0;
  std::uint64_t operations_ = 0;         // of all executions
  std::uint64_t scheduling_points_ = 0;  // the operations of this execution at which there was a choice
  std::uint64_t waits_ = 0;
  void (*on_deadlock_)() = nullptr;
  stall_detector stall_detector_;
};

/// The scheduler of the process.
scheduler& the_scheduler();

}  // namespace scheduling

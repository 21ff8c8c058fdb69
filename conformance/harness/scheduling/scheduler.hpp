// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>

#include "scheduling/strategies/choices.hpp"
#include "scheduling/strategies/random.hpp"
#include "scheduling/strategies/strategy.hpp"
#include "system/unseen.hpp"

namespace scheduling {

/// What may end a wait, besides the wake-up that it is for.
struct wait_kind {
  bool may_time_out = false;
  bool may_be_spurious = false;
};

/// What ended a wait.
enum class woken : std::uint8_t {
  by_a_wake,
  by_time,      // its time is up: when that is, is the scheduler's choice
  spuriously,   // for no reason
  by_detaching  // the scheduler has let go of all threads: wait in the system's way
};

/// Lets one thread of the implementation run at a time, and decides before each operation that synchronises which one
/// goes on. So what happens depends on nothing but the strategy and the seed, and happens again for the same ones.
///
/// A thread, as the scheduler knows it:
///
/// | state    | it                                                  | becomes                                       |
/// |----------|-----------------------------------------------------|-----------------------------------------------|
/// | absent   | is not known, or not any more                       | runnable, when it is started or first met     |
/// | runnable | has the turn, or waits for it                       | blocked, absent                               |
/// | blocked  | waits for another thread's wake, which is ours too  | runnable, by a wake, or by time, or for none  |
///
/// Where no thread is runnable and none may time out, the implementation is in a deadlock: then all of them wait for
/// ever, for the certifier to see. That needs every thread to be known: where it is not so, or where the thread that
/// has the turn waits or spins where that can't be seen, the scheduler releases all of them, and they run freely until
/// the next execution.
///
/// Blocks: whatever lets another thread have the turn waits until it comes back. Thread safety: all of it may be called
/// from any thread. The race detector sees nothing of it.
class scheduler {
 public:
  /// Begins an execution. The calling thread is the first to have the turn.
  void begin(strategy how, std::uint64_t seed);

  /// Ends it, when no other thread has anything left to do.
  void end();

  /// Whether the calling thread is under control. During an execution one that was not known is from here on, and waits
  /// for its turn.
  [[nodiscard]] bool controls_this_thread();

  // For a thread that is under control:

  /// Before an operation that synchronises: another thread may go on first.
  void scheduling_point();

  /// Lets another thread go on, where there is one.
  void yield();

  /// Waits for a `wake` on the same address. Atomic with what the thread looked at since it last had the turn.
  woken block(const void* on, wait_kind kind);

  // For any thread:

  /// Wakes at most so many of those that wait on the address. Returns how many there were.
  unsigned wake(const void* on, unsigned most);

  /// Where a thread that is about to be started will be, as long as nobody lets go.
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

  /// Lets go of all threads, for the rest of the execution.
  void detach();

  /// How many threads the process had before the implementation was loaded, but for the main one.
  void other_threads(unsigned count) { other_threads_ = count; }

  // Of the execution that was last begun:
  [[nodiscard]] std::uint64_t scheduling_points() const { return scheduling_points_; }
  [[nodiscard]] bool was_detached() const { return was_detached_; }
  [[nodiscard]] choices& all_choices() { return choices_; }

 private:
  enum class state : std::uint8_t { absent, runnable, blocked };
  struct member {
    state is = state::absent;
    wait_kind kind{};
    woken why = woken::by_a_wake;
    const void* waits_for = nullptr;
    std::uint64_t waits_since = 0;  // who waits longest comes first where nothing is drawn
    std::uint64_t priority = 0;
    pid_t thread = 0;
    pthread_t handle{};
    std::uint32_t turn = 0;  // 1: it may go on; on which it sleeps
  };
  static constexpr std::size_t most_members = 64;
  struct group {
    std::array<member*, most_members> all{};
    std::size_t count = 0;
    void add(member& each) { all[count++] = &each; }
  };
  /// What was seen of the thread that has the turn.
  struct sample {
    std::uint64_t operations = 0;
    std::int64_t at = 0;  // nanoseconds, as in the next
    std::int64_t ran = 0;
    bool slept = false;
  };
  using lock = std::unique_lock<unseen::spin_lock>;

  // All of these need the lock; those that take it as a parameter may give it up for a while.
  member* this_member();
  member* vacant_place();
  std::span<member> everybody() { return std::span(members_).first(places_); }
  int number_of(const member& each) const { return static_cast<int>(&each - members_.data()); }
  template <class Condition>
  group those(Condition condition);
  void wake_by_chance(bool somebody_can);
  member* pick(member& now, bool must_leave);
  member* pick_by_priority(member& now, const group& able);
  member* pick_by_choice(member& now, const group& able, bool must_leave);
  member* next_after(lock& locked, member& now, bool must_leave);
  bool all_are_known(lock& locked);
  void leave_to_another(lock& locked, member& now, bool must_leave);
  void wake_member(member& each, woken why);
  unsigned wake_waiting(const void* on, unsigned most);
  void give_turn(member& to);
  void detach_all();
  // And these must not have it.
  void await_turn(member& me, std::uint32_t epoch);
  void look_after_turn();

  unseen::spin_lock lock_;
  std::atomic<bool> running_ = false;
  std::atomic<std::uint32_t> epoch_ = 1;  // counts releases: who was under control before one is not any more
  std::atomic<bool> stands_still_ = false;
  bool main_rests_ = false;  // the main thread has ended the execution, and waits until nothing is left to do
  bool was_detached_ = false;
  strategy how_ = strategy::none;
  random_numbers random_{0};
  bool wakes_spuriously_ = false;
  choices choices_;
  unsigned switches_left_ = 0;  // of an exhaustive search
  std::array<member, most_members> members_{};
  std::size_t places_ = 0;  // that were ever anybody's: there is nobody behind them
  member* main_ = nullptr;
  member* turn_of_ = nullptr;
  unsigned other_threads_ = 0;
  std::uint64_t operations_ = 0;         // of all executions
  std::uint64_t scheduling_points_ = 0;  // those operations of this execution at which there was a choice
  std::uint64_t in_a_row_ = 0;           // of them, at which the same thread went on
  std::uint64_t waits_ = 0;
  std::uint64_t lowest_priority_ = 0;
  std::array<std::uint64_t, 2> change_points_{};
  sample last_sample_;
};

/// The one of the process.
scheduler& the_scheduler();

}  // namespace scheduling

// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/scheduler.hpp"

#include <climits>
#include <functional>

#include "scheduling/memory/memory_model.hpp"
#include "scheduling/trace.hpp"

namespace scheduling {

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t most_scheduling_points = 50'000;  // an execution with more is too large, or has no end

/// What a thread knows of its own place.
struct own_place {
  std::uint32_t epoch = 0;
  int number = -1;
  bool has_ended = false;
};
constinit thread_local own_place mine;

constinit scheduler the_one;

}  // namespace

scheduler& the_scheduler() {
  return the_one;
}

// Executions.

void scheduler::begin(strategy& how, std::uint64_t seed) {
  const lock locked(lock_);
  strategy_ = &how;
  how.begin(seed);
  scheduling_points_ = 0;
  was_detached_ = main_rests_ = false;
  if (mine.epoch != epoch_) {
    main_ = threads_.vacant_place();
    mine = {.epoch = epoch_, .number = threads_.number_of(*main_), .has_ended = false};
    main_->thread = unseen::this_thread();
  }
  main_->is = controlled_thread::state::runnable;
  turn_of_ = main_;
  the_memory().begin(how);
  for (auto& each : threads_.used_places())
    if (each.is_known()) model_thread(each, std::nullopt);
  running_ = true;
}

void scheduler::end() {
  lock locked(lock_);
  if (this_thread() == main_ && running_) {
    main_rests_ = true;
    main_->wait(&main_rests_, {});
    leave_to_another(locked, *main_, true);
    if (!locked.owns_lock()) locked.lock();
    if (mine.epoch == epoch_)
      main_->is = controlled_thread::state::runnable;  // else all threads were detached, and it has no place
  }
  running_ = false;
}

void scheduler::detach() {
  const lock locked(lock_);
  detach_all();
}

void scheduler::detach_all() {
  if (running_) was_detached_ = true;
  running_ = false;
  ++epoch_;
  turn_of_ = nullptr;
  for (auto& each : threads_.used_places()) {
    each.is = controlled_thread::state::absent;
    unseen::wake(each.turn, INT_MAX);
  }
}

// Threads that come and go.

bool scheduler::controls_this_thread() {
  if (!running_ || mine.has_ended) return false;
  if (mine.epoch == epoch_) return true;
  {
    const lock locked(lock_);
    if (!running_) return false;
    controlled_thread* const met = place_for_new_thread();
    if (met == nullptr) return false;
    met->is = controlled_thread::state::runnable;
    met->thread = unseen::this_thread();
    met->handle = pthread_self();
    model_thread(*met, std::nullopt);
    mine = {.epoch = epoch_, .number = threads_.number_of(*met), .has_ended = false};
  }
  await_turn(threads_[mine.number], mine.epoch);
  return mine.epoch == epoch_;
}

std::optional<scheduler::place> scheduler::expect_thread() {
  const lock locked(lock_);
  if (!running_) return std::nullopt;
  controlled_thread* const expected = place_for_new_thread();
  if (expected == nullptr) return std::nullopt;
  expected->wait(expected, {});  // it can't have the turn before it is started
  model_thread(*expected, mine.number);
  return place{.number = threads_.number_of(*expected), .epoch = epoch_};
}

void scheduler::thread_is(const place& of, pthread_t handle) {
  const lock locked(lock_);
  if (of.epoch != epoch_) return;
  controlled_thread& started = threads_[of.number];
  started.handle = handle;
  started.is = controlled_thread::state::runnable;
}

void scheduler::forget_thread(const place& of) {
  const lock locked(lock_);
  if (of.epoch == epoch_) threads_[of.number].is = controlled_thread::state::absent;
}

void scheduler::thread_begins(const place& at) {
  controlled_thread& me = threads_[at.number];
  {
    const lock locked(lock_);
    mine = {.epoch = at.epoch, .number = at.number, .has_ended = false};
    if (at.epoch == epoch_) me.thread = unseen::this_thread();
  }
  await_turn(me, at.epoch);
  if (trace::is_on()) trace::starts();
}

void scheduler::thread_ends() {
  if (trace::is_on()) trace::ends();
  lock locked(lock_);
  controlled_thread* const me = this_thread();
  mine.has_ended = true;
  if (me == nullptr) return;
  if (the_memory().is_on()) the_memory().thread_ends(threads_.number_of(*me), me->handle);
  me->is = controlled_thread::state::absent;
  wake_waiting(&me->turn, UINT_MAX);
  if (controlled_thread* const next = next_after(locked, *me, true)) give_turn(locked, *next);
}

void scheduler::await_end(pthread_t handle) {
  const void* ending = nullptr;
  {
    const lock locked(lock_);
    if (this_thread() == nullptr) return;
    for (auto& each : threads_.used_places())
      if (each.is_known() && pthread_equal(each.handle, handle) != 0) ending = &each.turn;
  }
  if (ending != nullptr) block(ending, {});
  if (const int joining = modelled_thread(); joining >= 0) the_memory().joins(joining, handle);
}

int scheduler::place_of_this_thread() const {
  return running_ && !mine.has_ended && mine.epoch == epoch_ ? mine.number : -1;
}

int scheduler::modelled_thread() const {
  return the_memory().is_on() ? place_of_this_thread() : -1;
}

/// A thread comes under control: it is started by the one in the place `starter`, or by one that is not known.
void scheduler::model_thread(const controlled_thread& thread, std::optional<int> starter) {
  if (the_memory().is_on()) the_memory().thread_begins(threads_.number_of(thread), starter);
}

/// Null where the calling thread is not under control.
controlled_thread* scheduler::this_thread() {
  if (!running_ || mine.has_ended || mine.epoch != epoch_) return nullptr;
  return &threads_[mine.number];
}

/// Null where there are too many threads: then all threads are detached.
controlled_thread* scheduler::place_for_new_thread() {
  controlled_thread* const vacant = threads_.vacant_place();
  if (vacant == nullptr)
    detach_all();
  else
    strategy_->thread_starts(threads_.number_of(*vacant));
  return vacant;
}

// What a thread under control does.

void scheduler::reach(operation next) {
  lock locked(lock_);
  controlled_thread* const me = this_thread();
  if (me == nullptr) return;
  me->next = next;
  leave_to_another(locked, *me, false);
}

void scheduler::yield() {
  lock locked(lock_);
  controlled_thread* const me = this_thread();
  if (me == nullptr) return;
  me->next = {operation_kind::yield};
  const int number = threads_.number_of(*me);
  if (!strategy_->yields(number)) return leave_to_another(locked, *me, false);
  strategy_->thread_yields(number);
  leave_to_another(locked, *me, true);
}

woken scheduler::block(const void* on, wait_kind kind) {
  if (trace::is_on()) trace::waits(on, kind);
  lock locked(lock_);
  controlled_thread* const me = this_thread();
  if (me == nullptr) return woken::by_detaching;
  me->wait(on, kind);
  me->waits_since = ++waits_;
  leave_to_another(locked, *me, true);
  const woken why = mine.epoch == epoch_ ? end_of_wait(*me) : woken::by_detaching;
  if (trace::is_on()) trace::goes_on(why);
  return why;
}

/// What ended the wait of the thread that has the turn.
woken scheduler::end_of_wait(const controlled_thread& me) {
  if (me.why != woken::by_a_wake || !me.kind.may_time_out) return me.why;
  const lock locked(lock_);
  return strategy_->is_late(threads_.number_of(me)) ? woken::late : me.why;
}

unsigned scheduler::wake(const void* on, unsigned most) {
  if (!running_) return 0;
  const lock locked(lock_);
  return wake_waiting(on, most);
}

unsigned scheduler::wake_waiting(const void* on, unsigned most) {
  unsigned woken_up = 0;
  for (; woken_up < most; ++woken_up) {
    const auto waiting = threads_.those([=](const controlled_thread& each) { return each.waits_on(on); });
    if (waiting.is_empty()) break;
    waiting[strategy_->wake(waiting.views())].wake(woken::by_a_wake);
  }
  return woken_up;
}

// The choice.

/// Asks the strategy for time-outs and spurious wake-ups. Where no thread can go on otherwise, there must be a
/// time-out.
void scheduler::end_waits_by_chance() {
  const bool any_can_go_on = threads_.count(&controlled_thread::can_go_on) > 0;
  const auto timed = threads_.those(std::mem_fn(&controlled_thread::may_time_out));
  if (const auto one = strategy_->time_out(timed.views(), !any_can_go_on)) timed[*one].wake(woken::by_time);
  if (!any_can_go_on) return;
  const auto spurious = threads_.those(std::mem_fn(&controlled_thread::may_wake_spuriously));
  if (const auto one = strategy_->wake_spuriously(spurious.views())) spurious[*one].wake(woken::spuriously);
}

/// The thread that goes on, or null where none can. `must_leave`: it is not the current one, unless no other one can.
controlled_thread* scheduler::choose(controlled_thread& now, bool must_leave) {
  if (!main_rests_) end_waits_by_chance();
  thread_group able = threads_.those(std::mem_fn(&controlled_thread::can_go_on));
  if (must_leave && able.size() > 1)
    able = threads_.those([&](const controlled_thread& each) { return each.can_go_on() && &each != &now; });
  if (able.is_empty()) return nullptr;
  if (able.size() == 1 && !must_leave) return &able[0];
  if (++scheduling_points_ > most_scheduling_points) {
    detach_all();
    return nullptr;
  }
  return &able[strategy_->choose({.able = able.views(),
                                  .current = threads_.number_of(now),
                                  .may_stay = !must_leave,
                                  .number = scheduling_points_})];
}

/// The thread that goes on, or null where all threads are in a deadlock or were detached.
controlled_thread* scheduler::next_after(lock& locked, controlled_thread& now, bool must_leave) {
  const std::uint32_t epoch = epoch_;
  while (epoch == epoch_) {
    if (controlled_thread* const next = choose(now, must_leave)) return next;
    if (epoch != epoch_) break;
    if (main_rests_) return main_;
    const std::uint64_t before = operations_;
    if (!all_are_known(locked)) {
      detach_all();
    } else if (before == operations_ && threads_.count(&controlled_thread::can_go_on) == 0) {
      stand_still();
      return nullptr;
    }
  }
  return nullptr;
}

// The turn.

/// Returns without the lock, when the thread has the turn again or is detached.
void scheduler::leave_to_another(lock& locked, controlled_thread& now, bool must_leave) {
  ++operations_;
  const std::uint32_t epoch = epoch_;
  controlled_thread* const next = next_after(locked, now, must_leave);
  if (epoch != epoch_ || next == &now) return locked.unlock();
  if (next != nullptr)
    give_turn(locked, *next);
  else
    locked.unlock();
  await_turn(now, epoch);
}

/// Returns without the lock: the thread that is woken may run at once, and would only wait for the lock.
void scheduler::give_turn(lock& locked, controlled_thread& to) {
  turn_of_ = &to;
  const bool may_sleep = std::atomic_ref(to.turn).exchange(controlled_thread::given) == controlled_thread::awaited;
  locked.unlock();
  if (may_sleep) unseen::wake(to.turn, INT_MAX);
}

void scheduler::await_turn(controlled_thread& me, std::uint32_t epoch) {
  const std::atomic_ref turn(me.turn);
  while (epoch == epoch_) {
    std::uint32_t seen = controlled_thread::given;
    if (turn.compare_exchange_strong(seen, controlled_thread::not_given)) {
      if (epoch == epoch_) return;
      // Another thread has the place by now, and the turn was for that thread.
      turn = controlled_thread::given;
      unseen::wake(me.turn, INT_MAX);
      return;
    }
    if (seen == controlled_thread::not_given && !turn.compare_exchange_strong(seen, controlled_thread::awaited))
      continue;  // the turn was given meanwhile
    using limit = std::optional<std::chrono::milliseconds>;
    const bool in_time = unseen::wait(me.turn, controlled_thread::awaited,
                                      stands_still_ ? limit() : limit(stall_detector::between_samples));
    if (!in_time) check_turn();
  }
}

// Deadlocks, and threads that the scheduler does not see.

/// Called in a deadlock: from here on the threads wait without a time limit, by which the certifier recognises it.
void scheduler::stand_still() {
  if (trace::is_on()) trace::deadlock();
  if (on_deadlock_ != nullptr) on_deadlock_();
  stands_still_ = true;
  turn_of_ = nullptr;
  for (auto& each : threads_.used_places()) unseen::wake(each.turn, INT_MAX);
}

/// Whether the process has only the threads that the scheduler knows and those that existed before the implementation
/// was loaded. Waits a while for threads that have just ended.
bool scheduler::all_are_known(lock& locked) {
  for (int looks = 0; looks < 100; ++looks) {
    const auto known = threads_.count(&controlled_thread::is_known);
    if (unseen::threads_of_process() <= known + other_threads_ + (mine.has_ended ? 1 : 0)) return true;
    locked.unlock();
    unseen::sleep(1ms);
    locked.lock();
  }
  return false;
}

/// Detaches all threads where the thread that has the turn has stalled.
void scheduler::check_turn() {
  const lock locked(lock_);
  if (!running_ || stands_still_ || turn_of_ == nullptr || turn_of_->thread == 0) return;
  const auto holder = unseen::state_of(turn_of_->thread);
  if (!holder || stall_detector_.is_stalled(*holder, operations_)) detach_all();
}

}  // namespace scheduling

// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/scheduler.hpp"

#include <algorithm>
#include <climits>
#include <ctime>

namespace scheduling {

namespace {

using namespace std::chrono_literals;

constexpr auto between_samples = 100ms;
constexpr std::chrono::nanoseconds enough_spinning = 50ms;
constexpr std::uint64_t most_scheduling_points = 50'000;  // of one execution: more is no small case, or has no end
constexpr std::uint64_t patience = 200;  // points in a row that are one thread's: it must be waiting by spinning
constexpr std::uint64_t high_priority = std::uint64_t{1} << 32;

/// What a thread knows of its own place.
struct own_place {
  std::uint32_t epoch = 0;
  int number = -1;
  bool has_ended = false;
};
constinit thread_local own_place mine;

constinit scheduler instance;

std::int64_t now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

scheduler& the_scheduler() {
  return instance;
}

void scheduler::begin(strategy how, std::uint64_t seed) {
  const lock locked(lock_);
  how_ = how;
  random_ = random_numbers(seed);
  wakes_spuriously_ = how != strategy::exhaustive_2 && random_.once_in(4);
  // How long an execution is, is not known before it: the points of change are drawn from lengths of every magnitude.
  const std::uint64_t length = std::uint64_t{8} << random_.below(6);
  for (auto& point : change_points_) point = 1 + random_.below(length);
  if (how == strategy::pct_2) change_points_[1] = 0;
  scheduling_points_ = in_a_row_ = 0;
  lowest_priority_ = high_priority;
  switches_left_ = 2;
  was_detached_ = main_rests_ = false;
  choices_.begin();
  if (mine.epoch != epoch_) {
    main_ = vacant_place();
    mine = {.epoch = epoch_, .number = number_of(*main_), .has_ended = false};
    main_->thread = unseen::this_thread();
  }
  main_->is = state::runnable;
  // For those that are nobody's too: what is drawn must not depend on what was before.
  for (auto& each : members_) each.priority = high_priority + random_.below(high_priority);
  turn_of_ = main_;
  running_ = true;
}

void scheduler::end() {
  lock locked(lock_);
  if (this_member() == main_ && running_) {
    main_rests_ = true;
    main_->is = state::blocked;
    main_->kind = {};
    main_->waits_for = &main_rests_;
    leave_to_another(locked, *main_, true);
    if (!locked.owns_lock()) locked.lock();
    if (mine.epoch == epoch_) main_->is = state::runnable;  // whoever let go has given all places up
  }
  running_ = false;
}

bool scheduler::controls_this_thread() {
  if (!running_ || mine.has_ended) return false;
  if (mine.epoch == epoch_) return true;
  {
    const lock locked(lock_);
    if (!running_) return false;
    member* const vacant = vacant_place();
    if (vacant == nullptr) {
      detach_all();
      return false;
    }
    vacant->is = state::runnable;
    vacant->thread = unseen::this_thread();
    vacant->handle = pthread_self();
    vacant->priority = high_priority + random_.below(high_priority);
    mine = {.epoch = epoch_, .number = number_of(*vacant), .has_ended = false};
  }
  await_turn(members_[static_cast<std::size_t>(mine.number)], mine.epoch);
  return mine.epoch == epoch_;
}

void scheduler::scheduling_point() {
  lock locked(lock_);
  if (member* const me = this_member()) leave_to_another(locked, *me, false);
}

void scheduler::yield() {
  lock locked(lock_);
  member* const me = this_member();
  if (me == nullptr) return;
  me->priority = --lowest_priority_;
  leave_to_another(locked, *me, true);
}

woken scheduler::block(const void* on, wait_kind kind) {
  lock locked(lock_);
  member* const me = this_member();
  if (me == nullptr) return woken::by_detaching;
  me->is = state::blocked;
  me->kind = kind;
  me->waits_for = on;
  me->waits_since = ++waits_;
  leave_to_another(locked, *me, true);
  return mine.epoch == epoch_ ? me->why : woken::by_detaching;
}

unsigned scheduler::wake(const void* on, unsigned most) {
  if (!running_) return 0;
  const lock locked(lock_);
  return wake_waiting(on, most);
}

std::optional<scheduler::place> scheduler::expect_thread() {
  const lock locked(lock_);
  if (!running_) return std::nullopt;
  member* const vacant = vacant_place();
  if (vacant == nullptr) {
    detach_all();
    return std::nullopt;
  }
  vacant->is = state::blocked;  // it can't have a turn before there is a thread
  vacant->waits_for = vacant;
  vacant->priority = high_priority + random_.below(high_priority);
  return place{.number = number_of(*vacant), .epoch = epoch_};
}

void scheduler::thread_is(const place& of, pthread_t handle) {
  const lock locked(lock_);
  if (of.epoch != epoch_) return;
  member& started = members_[static_cast<std::size_t>(of.number)];
  started.handle = handle;
  started.is = state::runnable;
}

void scheduler::forget_thread(const place& of) {
  const lock locked(lock_);
  if (of.epoch == epoch_) members_[static_cast<std::size_t>(of.number)].is = state::absent;
}

void scheduler::thread_begins(const place& at) {
  member& me = members_[static_cast<std::size_t>(at.number)];
  {
    const lock locked(lock_);
    mine = {.epoch = at.epoch, .number = at.number, .has_ended = false};
    if (at.epoch == epoch_) me.thread = unseen::this_thread();
  }
  await_turn(me, at.epoch);
}

void scheduler::thread_ends() {
  lock locked(lock_);
  member* const me = this_member();
  mine.has_ended = true;
  if (me == nullptr) return;
  me->is = state::absent;
  wake_waiting(&me->turn, UINT_MAX);
  if (member* const next = next_after(locked, *me, true)) give_turn(*next);
}

void scheduler::await_end(pthread_t handle) {
  const void* ending = nullptr;
  {
    const lock locked(lock_);
    if (this_member() == nullptr) return;
    for (auto& each : everybody())
      if (each.is != state::absent && pthread_equal(each.handle, handle) != 0) ending = &each.turn;
  }
  if (ending != nullptr) block(ending, {});
}

void scheduler::detach() {
  const lock locked(lock_);
  detach_all();
}

/// Null where the calling thread is not under control.
scheduler::member* scheduler::this_member() {
  if (!running_ || mine.has_ended || mine.epoch != epoch_) return nullptr;
  return &members_[static_cast<std::size_t>(mine.number)];
}

scheduler::member* scheduler::vacant_place() {
  const auto found = std::ranges::find(members_, state::absent, &member::is);
  if (found == members_.end()) return nullptr;
  places_ = std::max(places_, static_cast<std::size_t>(found - members_.begin()) + 1);
  *found = {};
  return &*found;
}

template <class Condition>
scheduler::group scheduler::those(Condition condition) {
  group found;
  for (auto& each : everybody())
    if (condition(each)) found.add(each);
  return found;
}

/// Time-outs and wake-ups for no reason are choices as well. A time-out comes at the latest where nobody else can go
/// on.
void scheduler::wake_by_chance(bool somebody_can) {
  const bool draws = how_ != strategy::exhaustive_2;
  if (!somebody_can || (draws && random_.once_in(32))) {
    const auto waiting = those([](const member& each) { return each.is == state::blocked && each.kind.may_time_out; });
    if (waiting.count > 0) wake_member(*waiting.all[draws ? random_.below(waiting.count) : 0], woken::by_time);
  }
  if (somebody_can && wakes_spuriously_ && random_.once_in(16)) {
    const auto waiting =
        those([](const member& each) { return each.is == state::blocked && each.kind.may_be_spurious; });
    if (waiting.count > 0) wake_member(*waiting.all[random_.below(waiting.count)], woken::spuriously);
  }
}

/// Who goes on: null where nobody can. `must_leave`: not this one, where there is another.
scheduler::member* scheduler::pick(member& now, bool must_leave) {
  const auto can_go_on = [](const member& each) { return each.is == state::runnable; };
  if (!main_rests_) wake_by_chance(those(can_go_on).count > 0);
  group able = those(can_go_on);
  if (must_leave && able.count > 1) able = those([&](const member& each) { return can_go_on(each) && &each != &now; });
  if (able.count == 0) return nullptr;
  if (able.count == 1 && !must_leave) return able.all[0];
  if (++scheduling_points_ > most_scheduling_points) {
    detach_all();
    return nullptr;
  }
  member* chosen = nullptr;
  if (how_ == strategy::random) chosen = able.all[random_.below(able.count)];
  if (how_ == strategy::exhaustive_2) chosen = pick_by_choice(now, able, must_leave);
  if (chosen == nullptr) chosen = pick_by_priority(now, able);
  in_a_row_ = chosen == &now ? in_a_row_ + 1 : 0;
  return chosen;
}

scheduler::member* scheduler::pick_by_priority(member& now, const group& able) {
  const bool changes = std::ranges::find(change_points_, scheduling_points_) != change_points_.end();
  if (changes || in_a_row_ > patience) now.priority = --lowest_priority_;
  if (in_a_row_ > patience) in_a_row_ = 0;
  return *std::max_element(able.all.begin(), able.all.begin() + static_cast<std::ptrdiff_t>(able.count),
                           [](const member* left, const member* right) { return left->priority < right->priority; });
}

/// Away from a thread that could go on only so many times; the first alternative is to let it.
scheduler::member* scheduler::pick_by_choice(member& now, const group& able, bool must_leave) {
  const bool could_go_on = now.is == state::runnable && !must_leave && in_a_row_ <= patience;
  if (!could_go_on) return able.all[choices_.choose(static_cast<unsigned>(able.count))];
  if (switches_left_ == 0) return &now;
  std::size_t chosen = choices_.choose(static_cast<unsigned>(able.count));
  if (chosen == 0) return &now;
  --switches_left_;
  for (std::size_t i = 0; i < able.count; ++i)
    if (able.all[i] != &now && --chosen == 0) return able.all[i];
  return &now;
}

/// Who goes on; null where all wait for ever, or were let go.
scheduler::member* scheduler::next_after(lock& locked, member& now, bool must_leave) {
  const std::uint32_t epoch = epoch_;
  while (epoch == epoch_) {
    if (member* const next = pick(now, must_leave)) return next;
    if (epoch != epoch_) break;
    if (main_rests_) return main_;
    const std::uint64_t before = operations_;
    if (!all_are_known(locked)) {
      detach_all();
    } else if (before == operations_ &&
               those([](const member& each) { return each.is == state::runnable; }).count == 0) {
      // A deadlock. They wait on without a time limit, which is how the certifier knows one.
      stands_still_ = true;
      turn_of_ = nullptr;
      for (auto& each : everybody()) unseen::wake(each.turn, INT_MAX);
      return nullptr;
    }
  }
  return nullptr;
}

/// Whether the process has no threads but ours and those that were there before. One that has just ended may take a
/// moment to be gone.
bool scheduler::all_are_known(lock& locked) {
  for (int looks = 0; looks < 100; ++looks) {
    const auto known = those([](const member& each) { return each.is != state::absent; }).count;
    const unsigned there = unseen::threads_of_process();
    if (there <= known + other_threads_ + (mine.has_ended ? 1 : 0)) return true;
    locked.unlock();
    unseen::sleep(1ms);
    locked.lock();
  }
  return false;
}

/// Returns without the lock, when it is this one's turn again or nobody has control any more.
void scheduler::leave_to_another(lock& locked, member& now, bool must_leave) {
  ++operations_;
  const std::uint32_t epoch = epoch_;
  member* const next = next_after(locked, now, must_leave);
  if (epoch != epoch_ || next == &now) return locked.unlock();
  if (next != nullptr) give_turn(*next);
  locked.unlock();
  await_turn(now, epoch);
}

void scheduler::wake_member(member& each, woken why) {
  each.is = state::runnable;
  each.why = why;
}

unsigned scheduler::wake_waiting(const void* on, unsigned most) {
  unsigned woken_up = 0;
  while (woken_up < most) {
    const auto waiting = those([&](const member& each) { return each.is == state::blocked && each.waits_for == on; });
    if (waiting.count == 0) break;
    const auto longest = std::min_element(
        waiting.all.begin(), waiting.all.begin() + static_cast<std::ptrdiff_t>(waiting.count),
        [](const member* left, const member* right) { return left->waits_since < right->waits_since; });
    wake_member(how_ == strategy::exhaustive_2 ? **longest : *waiting.all[random_.below(waiting.count)],
                woken::by_a_wake);
    ++woken_up;
  }
  return woken_up;
}

void scheduler::give_turn(member& to) {
  turn_of_ = &to;
  std::atomic_ref(to.turn) = 1;
  unseen::wake(to.turn, INT_MAX);
}

void scheduler::detach_all() {
  if (running_) was_detached_ = true;
  running_ = false;
  ++epoch_;
  turn_of_ = nullptr;
  for (auto& each : everybody()) {
    each.is = state::absent;
    unseen::wake(each.turn, INT_MAX);
  }
}

void scheduler::await_turn(member& me, std::uint32_t epoch) {
  while (epoch == epoch_) {
    if (std::atomic_ref(me.turn).exchange(0) == 1) {
      if (epoch == epoch_) return;
      // The place has become another's meanwhile, and so was the turn.
      std::atomic_ref(me.turn) = 1;
      unseen::wake(me.turn, INT_MAX);
    }
    const bool in_time = unseen::wait(
        me.turn, 0, stands_still_ ? std::nullopt : std::optional<std::chrono::milliseconds>(between_samples));
    if (!in_time) look_after_turn();
  }
}

/// Whether the thread that has the turn waits, or spins, where that can't be seen: then nobody would ever go on. How
/// long that takes says nothing: a thread that has no processor neither sleeps nor runs.
void scheduler::look_after_turn() {
  const lock locked(lock_);
  if (!running_ || stands_still_ || turn_of_ == nullptr || turn_of_->thread == 0) return;
  const auto holder = unseen::state_of(turn_of_->thread);
  if (!holder) return detach_all();
  const sample seen{.operations = operations_, .at = now(), .ran = holder->ran.count(), .slept = holder->sleeps};
  if (seen.operations != last_sample_.operations || last_sample_.at == 0) {
    last_sample_ = seen;
    return;
  }
  if (seen.at - last_sample_.at < std::chrono::nanoseconds(between_samples).count()) return;
  const bool waits = seen.slept && last_sample_.slept && seen.ran == last_sample_.ran;
  if (waits || seen.ran - last_sample_.ran > enough_spinning.count()) return detach_all();
  last_sample_.at = seen.at;
  last_sample_.slept = seen.slept;
}

}  // namespace scheduling

// SPDX-License-Identifier: MIT
// The model of mutexes: chapter spec/shared-state.md.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

/// The time for which a thread held the lock, as it saw it.
struct holding {
  known_step acquired;
  stamp called = 0, from = 0;                    ///< the call that acquired the lock, and when the thread had it
  stamp until = UINT64_MAX, ended = UINT64_MAX;  ///< when it began to release the lock, and when that was done
  bool poisons = false;
  std::uint32_t leaves = no_value;  ///< the data that it left
};

/// One mutex of an execution.
class mutex {
 public:
  mutex(history& all, const std::vector<known_step>& steps) : all_(all), steps_(steps) {}

  void judge() {
    find_holdings();
    exclusion();
    data();
    for (const known_step& each : steps_) attempt(each);
    if (all_.is_deadlock()) waits();
  }

 private:
  static bool is_attempt(const record& step) {
    return step.does == action::lock || step.does == action::try_lock || step.does == action::with_lock ||
           step.does == action::with_unwrap;
  }

  void find_holdings() {
    std::array<std::optional<std::size_t>, most_threads> held_by;  // the lock of a guard, by thread
    for (const known_step& each : steps_) {
      if (each->does == action::mutex) first_ = each->value;
      const bool has_body = each->does == action::with_lock || each->does == action::with_unwrap;
      if (has_body && each->began != 0) {
        holding held{.acquired = each, .called = each->called, .from = each->began};
        if (each->ended != 0) held.until = each->ended;
        if (each->returned != 0) held.ended = each->returned;
        held.poisons = each->gave == result::panicked && (each->context & unwinding) == 0;
        holdings_.push_back(held);
      } else if (each->gave == result::locked) {
        holdings_.push_back({.acquired = each, .called = each->called, .from = each->returned});
        held_by[each->thread] = holdings_.size() - 1;
      } else if (each->does == action::unlock && held_by[each->thread]) {
        holding& mine = holdings_[*std::exchange(held_by[each->thread], std::nullopt)];
        mine.until = each->called;
        if (each->returned != 0) mine.ended = each->returned;
      } else if (each->does == action::put) {
        puts_.push_back(each);
      }
    }
    std::ranges::sort(holdings_, {}, &holding::from);
    std::ranges::copy_if(holdings_, std::back_inserter(poisonings_), &holding::poisons);
  }

  void exclusion() {
    const holding* longest = nullptr;
    for (const holding& each : holdings_) {
      if (longest != nullptr && each.from < longest->until)
        all_.add({"mutex.exclusion", "mutex.unlock.required", "mutex.unlock.automatic.on-drop", "mutex.lock.blocks",
                  "mutex.guard.smart-pointer", "arc.counter", "shared.alternative"},
                 fmt::format("{} acquired the lock while thread {} held it", described(*each.acquired.is),
                             longest->acquired->thread));
      if (longest == nullptr || each.until > longest->until) longest = &each;
    }
  }

  /// Each holder finds what the one before it left.
  void data() {
    std::uint32_t inside = first_;
    auto next = puts_.begin();
    // Another thread may have ended the process before the holder looked.
    const bool may_have_looked = all_.is_finished() || all_.is_deadlock();
    for (const holding& each : holdings_) {
      if (each.acquired->value == no_value && !may_have_looked) continue;
      if (each.acquired->value != inside)
        all_.add({inside == first_ ? "mutex.new" : "mutex.guard.mutable", "mutex.guard.deref",
                  "mutex.guard.smart-pointer", "mutex.new", "mutex.guard.mutable", "arc.counter", "shared.alternative"},
                 fmt::format("{} found {} instead of {}", described(*each.acquired.is),
                             all_.name_of(each.acquired->value), all_.name_of(inside)));
      inside = each.acquired->value;
      while (next != puts_.end() && (*next)->called < each.from) ++next;
      for (; next != puts_.end() && (*next)->called < each.until; ++next)
        if ((*next)->thread == each.acquired->thread) inside = (*next)->value;
    }
  }

  void attempt(const known_step& step) {
    const record& is = *step.is;
    if (!is_attempt(is)) return;
    const bool fails_by_panic = is.does == action::with_unwrap && is.gave == result::panicked && is.began == 0;
    const bool is_poisoned = is.gave == result::poisoned || fails_by_panic;
    const bool poison_began =
        std::ranges::any_of(poisonings_, [&](const holding& held) { return held.until < is.returned; });
    if (is_poisoned && !poison_began)
      all_.add({"mutex.poison.only-panic", "mutex.lock.same-order"},
               fmt::format("{} found the mutex poisoned although no holder had panicked", described(is)));
    const bool acquires = is.gave == result::locked || is.began != 0;
    if (const holding* const poisoned = poisoned_before(step); acquires && poisoned != nullptr)
      all_.add({"mutex.poison.fails", "mutex.poison.lasts", "mutex.poison.unwrap"},
               fmt::format("{} acquired the lock although a holder had panicked on thread {}", described(is),
                           poisoned->acquired->thread));
    if (is.gave == result::would_block && is.does != action::try_lock)
      all_.add({"mutex.lock.blocks"}, fmt::format("{} returned without the lock", described(is)));
    if (is.gave == result::would_block && is.does == action::try_lock && was_free_during(step))
      all_.add(on_free_lock(step, {"mutex.unlock.required", "mutex.unlock.automatic.on-drop"}),
               fmt::format("{} did not acquire the lock although it was free", described(is)));
    if (is.gave == result::returned && is.began == 0 && is.does == action::with_unwrap)
      all_.add({"mutex.poison.unwrap"}, fmt::format("{} returned without the lock and without a panic", described(is)));
  }

  /// The claims on a lock that is free: also that an attempt that failed gives no guard.
  [[nodiscard]] std::vector<std::string> on_free_lock(const known_step& step, std::vector<std::string> broken) const {
    const bool any_failed = std::ranges::any_of(
        steps_, [&](const known_step& each) { return each->gave == result::poisoned && each->called < step->called; });
    if (any_failed) broken.emplace_back("mutex.poison.fails");
    return broken;
  }

  /// A panic of a holder that held the lock before the step acquired it: the release of the lock and its poisoning are
  /// one event in the order of the lock.
  [[nodiscard]] const holding* poisoned_before(const known_step& step) const {
    const stamp acquired = step->began != 0 ? step->began : step->returned;
    const auto found = std::ranges::find_if(
        poisonings_, [&](const holding& each) { return each.acquired.is != step.is && each.until < acquired; });
    return found == poisonings_.end() ? nullptr : &*found;
  }

  /// Whether no thread can have held the lock at any time during the step, as its thread knew.
  [[nodiscard]] bool was_free_during(const known_step& step) const {
    const auto may_hold = [&](const known_step& other) {
      if (other.is == step.is || !is_attempt(*other.is)) return false;
      if (other->called > step->returned) return false;
      const auto held = std::ranges::find(holdings_, other.is, [](const holding& each) { return each.acquired.is; });
      if (held == holdings_.end()) return !all_.is_surely_seen(*other.is, step);
      return held->ended > step->called || !knows_end(*held, step);
    };
    return std::ranges::none_of(steps_, may_hold);
  }

  [[nodiscard]] bool knows_end(const holding& held, const known_step& step) const {
    return held.ended <= step.knows[held.acquired->thread];
  }

  void waits() {
    const bool is_held = std::ranges::any_of(holdings_, [](const holding& each) { return each.until == UINT64_MAX; });
    for (const known_step& each : steps_) {
      if (each.has_returned() || !is_attempt(*each.is) || each->began != 0) continue;
      if (each->does == action::try_lock)
        all_.add({"mutex.unlock.required", "mutex.lock.blocks"}, fmt::format("{} never returns", described(*each.is)));
      else if (!is_held)
        all_.add({"mutex.unlock.automatic.on-drop", "mutex.lock.blocks", "mutex.unlock.required",
                  "mutex.lock.same-order", "mutex.poison.fails", "mutex.guard.smart-pointer", "arc.counter"},
                 fmt::format("{} waits for ever although the lock is free", described(*each.is)));
    }
  }

  history& all_;
  const std::vector<known_step>& steps_;
  std::vector<holding> holdings_, poisonings_;
  std::vector<known_step> puts_;
  std::uint32_t first_ = no_value;
};

}  // namespace

void judge_mutexes(history& all) {
  for (const auto& [number, steps] : all.of_objects()) {
    const bool is_mutex =
        std::ranges::any_of(steps, [](const known_step& each) { return each->does == action::mutex; });
    if (is_mutex) mutex(all, steps).judge();
  }
}

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#include "scenarios/observed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "scenarios/judge.hpp"
#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

std::size_t threads_of(const recording& all) {
  return std::min<std::size_t>(all.threads.load(), most_threads);
}

std::size_t steps_of(const recording& all, std::size_t thread) {
  return std::min<std::size_t>(all.steps[thread].load(), thread == 0 ? most_main_steps : most_steps);
}

std::size_t values_of(const recording& all) {
  return std::min<std::size_t>(all.values.load(), most_made);
}

/// A recording that is cut off at a moment, until this object ends.
class beginning {
 public:
  explicit beginning(recording& all) : all_(all), how_(all.how.load()) {
    for (std::size_t thread = 0; thread < threads_of(all); ++thread) {
      steps_[thread] = all.steps[thread].load();
      for (std::uint32_t number = 0; number < steps_of(all, thread); ++number)
        records_[thread].push_back(step_of(all, thread, number));
      const thread_record& of = all.thread[thread];
      threads_[thread] = {of.calls.load(), of.drops.load(), of.begins, of.ends, of.environment_dropped};
    }
    for (std::size_t made = 0; made < values_of(all); ++made)
      values_.push_back({all.value[made].drops.load(), all.value[made].drop_begins, all.value[made].drop_ends});
  }
  ~beginning() {
    until(UINT64_MAX);
    all_.how = how_;
    for (std::size_t made = 0; made < values_.size(); ++made) all_.value[made].drops = values_[made].drops;
  }
  beginning(const beginning&) = delete;
  beginning& operator=(const beginning&) = delete;

  /// Cuts off what came later. What is known only of the end, such as the number of drops, is cut off too.
  void until(stamp last) {
    const auto by_then = [=](stamp when) { return when <= last ? when : 0; };
    all_.how = ending::running;
    for (std::size_t thread = 0; thread < threads_of(all_); ++thread) {
      std::uint32_t taken = 0;
      for (const record& before : records_[thread]) {
        if (before.called > last) break;
        record& now = step_of(all_, thread, taken++);
        now = before;
        for (stamp* const each : {&now.returned, &now.began, &now.ended}) *each = by_then(*each);
        if (now.returned == 0) now.gave = result::pending;
      }
      all_.steps[thread] = last == UINT64_MAX ? steps_[thread] : taken;
      thread_record& of = all_.thread[thread];
      of.begins = by_then(threads_[thread].begins);
      of.ends = by_then(threads_[thread].ends);
      of.environment_dropped = by_then(threads_[thread].environment_dropped);
    }
    for (std::size_t made = 0; made < values_.size(); ++made) {
      value_record& of = all_.value[made];
      of.drop_begins = by_then(values_[made].begins);
      of.drop_ends = by_then(values_[made].ends);
      of.drops = of.drop_begins != 0 ? 1 : 0;
    }
  }

 private:
  struct thread_times {
    std::uint32_t calls, drops;
    stamp begins, ends, environment_dropped;
  };
  struct value_times {
    std::uint32_t drops;
    stamp begins, ends;
  };

  recording& all_;
  ending how_;
  std::array<std::uint32_t, most_threads> steps_{};
  std::array<std::vector<record>, most_threads> records_;
  std::array<thread_times, most_threads> threads_{};
  std::vector<value_times> values_;
};

/// The earliest moment by which the violation had come; 0 where it came with the end of the execution.
stamp moment_of(const violation& what, recording& all) {
  beginning part(all);
  const auto is_broken_by = [&](stamp when) {
    part.until(when);
    const auto found = judge(all);
    return std::ranges::find(found, what.what, &violation::what) != found.end();
  };
  stamp kept = 0, broken = all.clock.load();
  if (!is_broken_by(broken)) return 0;
  while (broken - kept > 1) {
    const stamp middle = kept + (broken - kept) / 2;
    (is_broken_by(middle) ? broken : kept) = middle;
  }
  return broken;
}

bool is_part_of_text(const record& step) {
  return step.does != action::use && step.does != action::body;
}

/// The innermost step that the thread was in at this moment.
std::optional<std::size_t> step_at(const std::vector<observed_step>& steps, stamp when, std::size_t thread) {
  std::optional<std::size_t> found;
  for (std::size_t number = 0; number < steps.size(); ++number) {
    const record& is = steps[number].is;
    const bool is_open = is.called <= when && (is.returned == 0 || is.returned >= when);
    if (is.thread == thread && is_open && is_part_of_text(is)) found = number;
  }
  return found;
}

/// The latest step until this moment that the violation speaks of.
std::optional<std::size_t> step_named_by(const violation& what, const std::vector<observed_step>& steps, stamp when) {
  std::optional<std::size_t> found;
  for (std::size_t number = 0; number < steps.size(); ++number)
    if (steps[number].is.called <= when && what.what.starts_with(described(steps[number].is))) found = number;
  return found;
}

/// The step in which the first violation came.
std::optional<std::size_t> broken_step(recording& all, const std::vector<observed_step>& steps) {
  const auto violations = judge(all);
  if (violations.empty()) return std::nullopt;
  const violation& first = violations.front();
  if (const stamp when = moment_of(first, all); when != 0) {
    if (const auto named = step_named_by(first, steps, when)) return named;
    for (std::size_t number = 0; number < steps.size(); ++number) {
      const record& is = steps[number].is;
      const bool is_it = is.returned == when || is.called == when || is.began == when || is.ended == when;
      if (is_it) return is_part_of_text(is) ? number : step_at(steps, when, is.thread);
    }
    for (std::size_t made = 0; made < values_of(all); ++made)
      if (all.value[made].drop_begins == when) return step_at(steps, when, all.value[made].dropped_by);
  }
  // A deadlock breaks claims by the steps that have not returned, and a crash or a data race by the one it came in.
  for (std::size_t number = 0; number < steps.size(); ++number)
    if (steps[number].is.returned == 0 && first.what.starts_with(described(steps[number].is))) return number;
  const auto how = all.how.load();
  if (how == ending::race || how == ending::crash) return step_at(steps, UINT64_MAX, all.culprit);
  return std::nullopt;
}

/// Finds where the scenario has the steps that the threads took.
class text_of_steps {
 public:
  explicit text_of_steps(const scenario& all) {
    add(all.setup, runner{});
    add(all.main, runner{});
  }

  /// The place of a thread's next step, and the thread that it spawns.
  const step* find(const record& is, const recording& all) {
    const place* best = nullptr;
    place* const last = last_[is.thread];
    for (place& each : places_) {
      if (!runs(each, is.thread) || !is_same(*each.is, is, all)) continue;
      const bool is_better = best == nullptr || rank(each, last) < rank(*best, last);
      if (is_better) best = &each;
    }
    if (best == nullptr) return nullptr;
    last_[is.thread] = &places_[static_cast<std::size_t>(best - places_.data())];
    const bool spawns = is.does == action::spawn || is.does == action::refuse;
    if (spawns && is.object < most_threads) spawned_by_[is.object] = best->is;
    return best->is;
  }

 private:
  /// Which threads run a list of steps.
  struct runner {
    const step* spawn = nullptr;  ///< those that this step spawned; null: the main thread
    bool is_any = false;          ///< the one that drops a value
  };
  struct place {
    const step* is;
    runner by;
  };

  void add(const std::vector<step>& list, runner by) {
    for (const step& each : list) {
      places_.push_back({&each, by});
      const bool spawns = each.does == action::spawn || each.does == action::refuse;
      add(each.body, spawns ? runner{.spawn = &each} : by);
      add(each.dropped, runner{.is_any = true});
      if (each.gives) add(each.gives->dropped, runner{.is_any = true});
    }
  }

  [[nodiscard]] bool runs(const place& one, std::size_t thread) const {
    return one.by.is_any || (thread == 0 ? one.by.spawn == nullptr : spawned_by_[thread] == one.by.spawn);
  }

  static bool is_same(const step& written, const record& is, const recording& all) {
    const bool tries = (written.does == action::recv && is.does == action::try_recv) ||
                       (written.does == action::lock && is.does == action::try_lock);
    if (written.does != is.does && !tries) return false;
    const bool counts = is.does == action::many || is.does == action::chain || is.does == action::meet;
    if (counts ? written.on.of != is.on.of : written.on != is.on && is.on.is_some()) return false;
    const bool gives = is.does != action::panic && written.gives && is.value < values_of(all);
    return !gives || all.value[is.value].number == written.gives->number;
  }

  /// Steps that follow the last one come first, then the last one again, then those before it.
  [[nodiscard]] static std::pair<int, const place*> rank(const place& one, const place* last) {
    return {last == nullptr || &one > last ? 0 : &one == last ? 1 : 2, &one};
  }

  std::vector<place> places_;
  std::array<const step*, most_threads> spawned_by_{};
  std::array<place*, most_threads> last_{};
};

/// The names of the threads. A name that the scenario uses again gets a number.
std::vector<std::string> names_of(const std::vector<observed_step>& steps, std::size_t threads) {
  std::vector<std::string> names(threads);
  names[0] = "main";
  std::map<handle, int> used;
  for (const observed_step& each : steps) {
    const bool spawns = each.is.does == action::spawn || each.is.does == action::refuse;
    if (!spawns || each.is.object >= threads) continue;
    const int times = ++used[each.is.on];
    names[each.is.object] =
        times == 1 ? fmt::format("t{}", each.is.on.number) : fmt::format("t{}_{}", each.is.on.number, times);
  }
  return names;
}

void replace_all(std::string& text, const std::string& old, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += by.size())
    text.replace(at, old.size(), by);
}

}  // namespace

std::string with_names_of_threads(const observed_execution& seen, std::string what) {
  // The higher numbers first: `thread 1` is the beginning of `thread 10`.
  for (std::size_t thread = seen.threads.size(); thread-- > 0;)
    replace_all(what, fmt::format("thread {}", thread), seen.threads[thread]);
  return what;
}

observed_execution observe(recording& seen, const scenario& of) {
  observed_execution all{.of = &of, .steps = {}, .values = {}, .threads = {}, .ends = {}, .broken = {}};
  for (std::size_t thread = 0; thread < threads_of(seen); ++thread)
    for (std::uint32_t number = 0; number < steps_of(seen, thread); ++number)
      all.steps.push_back({.is = step_of(seen, thread, number)});
  std::ranges::sort(all.steps, {}, [](const observed_step& each) { return each.is.called; });
  text_of_steps text(of);
  for (observed_step& each : all.steps) each.written = text.find(each.is, seen);
  for (std::size_t made = 0; made < values_of(seen); ++made) {
    const value_record& value = seen.value[made];
    all.values.push_back({.number = value.number,
                          .is = value.is,
                          .drop_begins = value.drop_begins,
                          .drop_ends = value.drop_ends,
                          .dropped_by = value.dropped_by});
  }
  for (std::size_t thread = 0; thread < threads_of(seen); ++thread)
    all.ends.push_back({.outcome = seen.thread[thread].outcome, .value = seen.thread[thread].value});
  all.threads = names_of(all.steps, threads_of(seen));
  all.broken = broken_step(seen, all.steps);
  all.keeps_memory = seen.grown.executions != 0;
  return all;
}

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/judge.hpp"
#include "scenarios/recording.hpp"

namespace scenarios {

/// How far each thread had come, as far as a thread knows by happens-before: the stamp of its last step that did.
using knowledge = std::array<stamp, most_threads>;

/// A step with what its thread knew when it was called.
struct known_step {
  const record* is = nullptr;
  knowledge knows{};

  const record* operator->() const { return is; }
  [[nodiscard]] bool has_returned() const { return is->returned != 0; }
};

/// An execution, in the order of its steps, with the order that the scenario itself made: a spawn happens before the
/// closure, a closure before its join, a send before its receive, an unlock before the next lock. Nothing else orders
/// threads, in particular not the clock.
class history {
 public:
  explicit history(const recording& of);

  /// Whether the step had returned before the other was called, and this is known to the other's thread.
  [[nodiscard]] static bool happens_before(const record& one, const known_step& other) {
    return one.returned != 0 && one.returned <= other.knows[one.thread];
  }

  /// Whether what the step did is surely seen by the other one. Where loads may read older values, only what happens
  /// before the other step is.
  [[nodiscard]] bool is_surely_seen(const record& one, const known_step& by) const {
    return all_.models_memory ? happens_before(one, by) : one.returned != 0 && one.returned < by->called;
  }

  [[nodiscard]] const recording& all() const { return all_; }
  [[nodiscard]] bool is_finished() const { return all_.how.load() == ending::finished; }
  [[nodiscard]] bool is_deadlock() const { return all_.how.load() == ending::deadlock; }

  /// The steps on each object, in the order of their calls.
  [[nodiscard]] const std::map<std::uint32_t, std::vector<known_step>>& of_objects() const { return of_objects_; }
  [[nodiscard]] const std::vector<known_step>& steps() const { return steps_; }

  /// The value's record, or nothing where it is no value of the execution.
  [[nodiscard]] const value_record* value(std::uint32_t made) const {
    return made < std::min<std::size_t>(all_.values.load(), most_made) ? &all_.value[made] : nullptr;
  }
  [[nodiscard]] std::string name_of(std::uint32_t made) const;

  /// Adds a violation. The rule is the place in the model that says so, and of rules for all steps, what the step does.
  void add(std::vector<std::string> claims, std::string what, action does = {},
           std::source_location rule = std::source_location::current());
  [[nodiscard]] std::vector<violation> take() { return std::move(found_); }

 private:
  const recording& all_;
  std::vector<known_step> steps_;
  std::map<std::uint32_t, std::vector<known_step>> of_objects_;
  std::vector<violation> found_;
};

// The models, one for each group of the port. Each adds what it finds to the history.
void judge_channels(history& all);
void judge_mutexes(history& all);
void judge_owners(history& all);
void judge_threads(history& all);
void judge_values(history& all);
void judge_memory(history& all);

/// The claims that a step is about: which of them a crash, a data race or an endless wait in it breaks.
std::vector<std::string> claims_of(const record& step);

/// A step as a text, with its context.
std::string described(const record& step);

}  // namespace scenarios

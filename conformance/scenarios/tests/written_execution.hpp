// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>

#include "scenarios/observed.hpp"

namespace scenarios {

/// An execution of a scenario that a test writes down, step by step.
class written_execution {
 public:
  explicit written_execution(std::string_view text)
      : of_(parse(text)), all_(std::unique_ptr<recording>(new recording())) {
    all_->how = ending::finished;
  }

  record& call(std::uint8_t thread, action does, handle on, std::uint32_t object = 1) {
    record& added = step_of(*all_, thread, all_->steps[thread]++);
    added = {};
    added.called = now();
    added.thread = thread;
    added.does = does;
    added.on = on;
    added.object = added.owner = object;
    return added;
  }
  void end(record& step, result gave, std::uint32_t value = no_value) {
    step.gave = gave;
    step.returned = now();
    if (value != no_value) step.value = value;
  }
  record& step(std::uint8_t thread, action does, handle on, result gave = result::done,
               std::uint32_t value = no_value) {
    record& added = call(thread, does, on);
    end(added, gave, value);
    return added;
  }
  /// The main thread spawns the next thread.
  std::uint8_t spawn(handle name) {
    const auto number = static_cast<std::uint8_t>(all_->threads++);
    record& added = call(0, action::spawn, name, number);
    end(added, result::done);
    thread_record& thread = all_->thread[number];
    thread.is_spawned = true;
    thread.begins = now();
    thread.calls = 1;
    call(number, action::body, name, number);
    return number;
  }
  /// A value with this number in the scenario, which is dropped once, later than all steps so far.
  std::uint32_t value(int number) {
    const std::uint32_t made = all_->values++;
    all_->value[made].number = number;
    all_->value[made].drops = 1;
    return made;
  }
  stamp now() { return ++all_->clock; }

  [[nodiscard]] recording& all() { return *all_; }
  [[nodiscard]] observed_execution observed() { return observe(*all_, of_); }

 private:
  scenario of_;
  std::unique_ptr<recording> all_;
};

inline constexpr handle s1{.of = kind::sender, .number = 1}, s2{.of = kind::sender, .number = 2};
inline constexpr handle r1{.of = kind::receiver, .number = 1}, m1{.of = kind::mutex, .number = 1};
inline constexpr handle a1{.of = kind::arc, .number = 1}, t1{.of = kind::thread, .number = 1};

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#include "scenarios/saving/case_orders.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "scenarios/saving/case_steps.hpp"

namespace scenarios {

namespace {

/// Of more steps, it takes too long to find out what holds in each order.
constexpr std::size_t most_compared_steps = 5000;

/// Compares the steps of a case with each other.
class ordering {
 public:
  ordering(const observed_execution& seen, const case_sequence& sequence, case_plan& plan)
      : seen_(seen), taken_(sequence.taken), with_left_senders_(sequence.with_left_senders), plan_(plan) {}

  void run() {
    find_sure_results();
    plan_.order = seen_.threads.size() == 1                                        ? case_order::one_thread
                  : taken_.size() <= most_compared_steps && can_be_without_order() ? case_order::any_order
                                                                                   : case_order::in_order;
  }

 private:
  [[nodiscard]] const record& record_of(std::size_t step) const { return seen_.steps[plan_.steps[step].observed].is; }

  [[nodiscard]] static bool is_before(const taken_step& one, const taken_step& other) {
    return one.tick <= other.knows.at(one.thread);
  }
  [[nodiscard]] static bool is_ordered(const taken_step& one, const taken_step& other) {
    return one.thread == other.thread || is_before(one, other) || is_before(other, one);
  }

  /// The number of the step's object. Threads are numbered by themselves.
  [[nodiscard]] std::uint32_t object_of(std::size_t step) const {
    const record& is = record_of(step);
    return is.on.of == kind::thread ? most_made + is.object : is.object;
  }

  void find_sure_results() {
    const bool is_alone = seen_.threads.size() == 1;
    if (is_alone || taken_.size() > most_compared_steps) {
      for (const taken_step& each : taken_)
        plan_.steps[each.step].is_sure = is_alone || joins(record_of(each.step).does);
      return;
    }
    std::map<std::uint32_t, std::vector<const taken_step*>> of_objects;
    std::map<std::uint32_t, bool> is_ordered_object;
    for (const taken_step& each : taken_) of_objects[object_of(each.step)].push_back(&each);
    for (const auto& [object, steps] : of_objects) {
      bool all_ordered = true;
      for (std::size_t one = 0; one < steps.size() && all_ordered; ++one)
        for (std::size_t other = 0; other < one && all_ordered; ++other)
          all_ordered = is_ordered(*steps[one], *steps[other]);
      is_ordered_object[object] = all_ordered;
    }
    for (const taken_step& each : taken_) {
      const record& is = record_of(each.step);
      const auto& others = of_objects[object_of(each.step)];
      const bool is_of_owners = is.does == action::count || is.on.of == kind::arc || is.on.of == kind::rc;
      plan_.steps[each.step].is_sure = joins(is.does) || is.does == action::sleep || is.does == action::spawn ||
                                       is_ordered_object[object_of(each.step)] ||
                                       (is_of_owners && std::ranges::all_of(others, [&](const taken_step* other) {
                                          return is_ordered(*other, each);
                                        }));
    }
  }

  // Whether the case ends in each order: no step may wait for a step that comes only after it.

  /// For each step that was taken, the steps that must end before it does.
  using dependencies = std::vector<std::vector<std::size_t>>;

  [[nodiscard]] bool can_be_without_order() const {
    dependencies needs(taken_.size());
    std::map<std::size_t, std::size_t> latest;  // by thread
    for (std::size_t number = 0; number < taken_.size(); ++number) {
      const record& is = record_of(taken_[number].step);
      if (const auto before = latest.find(taken_[number].thread); before != latest.end())
        needs[number].push_back(before->second);
      latest[taken_[number].thread] = number;
      if (!add_needs(number, needs[number])) return false;
      if (is.does == action::spawn)
        for (std::size_t other = 0; other < taken_.size(); ++other)
          if (taken_[other].thread == is.object) needs[other].push_back(number);
    }
    return !has_cycle(needs);
  }

  /// What a step waits for. False where it relies on the end of the case.
  bool add_needs(std::size_t number, std::vector<std::size_t>& needs) const {
    const taken_step& step = taken_[number];
    const record& is = record_of(step.step);
    const action does = action_of(plan_.steps[step.step], is);
    for (std::size_t other = 0; other < taken_.size(); ++other) {
      const bool is_joined = joins(does) && taken_[other].thread == is.object;
      const bool holds = (does == action::lock || has_body(does)) && taken_[other].thread != step.thread &&
                         waits_with_lock(taken_[other]);
      if (is_joined || holds) needs.push_back(other);
    }
    return (does != action::recv && does != action::each) || add_needs_of_receive(step, needs);
  }

  bool add_needs_of_receive(const taken_step& step, std::vector<std::size_t>& needs) const {
    const record& is = record_of(step.step);
    std::size_t received = 0, sent_before = 0;
    std::vector<std::size_t> sends, leaves;  // those that may still come
    for (std::size_t other = 0; other < taken_.size(); ++other) {
      const record& of = record_of(taken_[other].step);
      if (of.object != is.object) continue;
      if (receives(of.does) && is_before(taken_[other], step)) ++received;  // this one too
      if (of.on.of != kind::sender) continue;
      const bool has_ended = is_before(taken_[other], step);
      if (of.does == action::send && has_ended) ++sent_before;
      if (of.does == action::send && !has_ended && !is_before(step, taken_[other])) sends.push_back(other);
      if (!has_ended) leaves.push_back(other);
    }
    if (is.does == action::recv && sent_before >= received) return true;
    const bool gets_a_message = is.does == action::recv && sent_before + sends.size() >= received;
    needs.insert(needs.end(), (gets_a_message ? sends : leaves).begin(), (gets_a_message ? sends : leaves).end());
    return gets_a_message || !with_left_senders_.contains(is.object);
  }

  /// Whether the step may wait for another thread while its own one holds a lock.
  [[nodiscard]] bool waits_with_lock(const taken_step& step) const {
    const record& is = record_of(step.step);
    if (!receives(is.does) && !joins(is.does)) return false;
    int held = (is.context & in_lock) != 0 ? 1 : 0;
    for (const taken_step& other : taken_) {
      const record& of = record_of(other.step);
      if (other.thread != step.thread || other.tick >= step.tick) continue;
      const bool locks = of.does == action::lock || of.does == action::try_lock;
      if (locks && plan_.steps[other.step].expects.what == expectation::of::value) ++held;
      if (of.does == action::unlock) --held;
    }
    return held > 0;
  }

  static bool has_cycle(const dependencies& needs) {
    enum class visit : std::uint8_t { none, begun, done };
    std::vector<visit> visited(needs.size());
    std::vector<std::pair<std::size_t, std::size_t>> path;  // a step, and which of its needs comes next
    for (std::size_t first = 0; first < needs.size(); ++first) {
      if (visited[first] == visit::none) path.emplace_back(first, 0);
      while (!path.empty()) {
        auto& [step, next] = path.back();
        visited[step] = visit::begun;
        if (next == needs[step].size()) {
          visited[step] = visit::done;
          path.pop_back();
          continue;
        }
        const std::size_t needed = needs[step][next++];
        if (visited[needed] == visit::begun) return true;
        if (visited[needed] == visit::none) path.emplace_back(needed, 0);
      }
    }
    return false;
  }

  const observed_execution& seen_;
  const std::vector<taken_step>& taken_;
  const std::set<std::uint32_t>& with_left_senders_;
  case_plan& plan_;
};

}  // namespace

void find_orders(const observed_execution& seen, const case_sequence& sequence, case_plan& plan) {
  ordering(seen, sequence, plan).run();
}

}  // namespace scenarios

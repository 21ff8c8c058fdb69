// SPDX-License-Identifier: MIT
// Context bounding: all schedules with at most two switches away from a thread that could have gone on, one after the
// other, depth first. Most concurrency bugs show with very few such switches.
//
// M. Musuvathi, S. Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded Programs", PLDI 2007.
//
// Nothing is drawn: a wait ends by time only where no thread can go on, and a wake-up is for the thread that has waited
// longest. The seed of an execution is its number, from 1. With older values, at most two loads of an execution read
// one that is not the newest, and each such choice is made, too.
#include <algorithm>

#include "scheduling/strategies/all.hpp"
#include "scheduling/strategies/choices.hpp"
#include "scheduling/strategies/patience.hpp"

namespace scheduling {

namespace {

class exhaustive final : public strategy {
 public:
  constexpr exhaustive(unsigned switches, unsigned older_values)
      : most_switches_(switches), most_older_values_(older_values) {}

  void begin_search() override {
    choices_.clear();
    is_exhausted_ = false;
  }

  execution_range executions(std::uint64_t, std::uint64_t count) const override { return {.first = 1, .count = count}; }
  execution_range replay(std::uint64_t seed) const override { return {.first = 1, .count = seed}; }
  std::uint64_t seed_of_body(std::uint64_t) const override { return 1; }

  bool next_execution() override {
    if (!choices_.are_complete()) return false;
    is_exhausted_ = !choices_.advance();
    return !is_exhausted_;
  }

  std::optional<bool> is_complete() const override { return is_exhausted_ && choices_.are_complete(); }

  void begin(std::uint64_t) override {
    choices_.begin();
    patience_.renew();
    switches_left_ = most_switches_;
    older_values_left_ = most_older_values_;
  }

  std::size_t choose(const scheduling_point& at) override {
    const std::size_t chosen = choose_index(at);
    patience_.chose(at.able[chosen].number == at.current);
    return chosen;
  }

  std::size_t wake(std::span<const thread_view> waiting) override {
    const auto longest = std::ranges::min_element(waiting, {}, &thread_view::waits_since);
    return static_cast<std::size_t>(longest - waiting.begin());
  }

  bool chooses_values() const override { return most_older_values_ != 0; }

  std::size_t read(int, std::size_t stores) override {
    if (older_values_left_ == 0) return stores - 1;
    // The first alternative is the newest store.
    const std::size_t older_by = choices_.choose(static_cast<unsigned>(stores));
    if (older_by != 0) --older_values_left_;
    return stores - 1 - older_by;
  }

 private:
  std::size_t choose_index(const scheduling_point& at) {
    const auto options = static_cast<unsigned>(at.able.size());
    if (!at.may_stay || patience_.is_over()) return choices_.choose(options);
    const auto current = std::ranges::find(at.able, at.current, &thread_view::number) - at.able.begin();
    const auto stay = static_cast<std::size_t>(current);
    if (switches_left_ == 0) return stay;
    // The first alternative is to stay; the others are the other threads, by their numbers.
    const std::size_t chosen = choices_.choose(options);
    if (chosen == 0) return stay;
    --switches_left_;
    return chosen <= stay ? chosen - 1 : chosen;
  }

  unsigned most_switches_, most_older_values_;
  unsigned switches_left_ = 0, older_values_left_ = 0;  // of this execution
  bool is_exhausted_ = false;
  choices choices_;
  patience patience_;
};

constinit exhaustive with_2_switches(2, 0);
constinit exhaustive with_2_older_values(2, 2);

}  // namespace

strategy& exhaustive_2() {
  return with_2_switches;
}
strategy& exhaustive_2_weak_2() {
  return with_2_older_values;
}

}  // namespace scheduling

// SPDX-License-Identifier: MIT
// Weak memory: the schedule of another strategy, in which a few loads, drawn at random, read an older value that the
// C++ memory model allows. Few are enough for most bugs, and each one more makes an execution harder to understand.
//
// M. Gao, S. Chakraborty, B. K. Ozkan, "Probabilistic Concurrency Testing for Weak Memory Programs", ASPLOS 2023, whose
// bound is the number of communications; here it is the number of loads that read an older value.
//
// Besides, a yield may let no other thread go on, a weak compare-exchange may fail for no reason, and a thread that is
// woken from a wait with a time limit may go on only after its time: the schedule of the other strategy has none of
// these.
#include <algorithm>
#include <array>

#include "scheduling/strategies/all.hpp"
#include "scheduling/strategies/random.hpp"

namespace scheduling {

namespace {

class older_values final : public strategy {
 public:
  constexpr older_values(strategy& (*schedule)(), std::size_t most) : schedule_(schedule), most_(most) {}

  void begin(std::uint64_t seed) override {
    schedule_().begin(seed);
    random_ = random_numbers(~seed);  // unrelated to those of the schedule
    choices_ = 0;
    // How many loads have a choice is not known before: the places are drawn from lengths of every magnitude.
    const std::uint64_t length = std::uint64_t{1} << random_.below(8);
    for (auto& place : places_) place = 1 + random_.below(length);
    yields_seldom_ = random_.once_in(4);
  }
  void end() override { schedule_().end(); }

  void thread_starts(int thread) override { schedule_().thread_starts(thread); }
  void thread_yields(int thread) override { schedule_().thread_yields(thread); }
  std::size_t choose(const scheduling_point& at) override { return schedule_().choose(at); }
  std::optional<std::size_t> time_out(std::span<const thread_view> waiting, bool must) override {
    return schedule_().time_out(waiting, must);
  }
  std::optional<std::size_t> wake_spuriously(std::span<const thread_view> waiting) override {
    return schedule_().wake_spuriously(waiting);
  }
  std::size_t wake(std::span<const thread_view> waiting) override { return schedule_().wake(waiting); }
  bool is_late(int) override { return random_.once_in(4); }
  bool yields(int) override { return !yields_seldom_ || random_.once_in(2); }

  bool chooses_values() const override { return true; }

  std::size_t read(int, std::size_t stores) override {
    ++choices_;
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(most_);
    const bool is_older = std::find(places_.begin(), end, choices_) != end;
    return is_older ? random_.below(stores - 1) : stores - 1;
  }

  bool fails_for_no_reason(int) override { return random_.once_in(16); }

 private:
  strategy& (*schedule_)();
  std::size_t most_;
  std::array<std::uint64_t, 2> places_{};  // of the loads that read an older value, among those that have a choice
  std::uint64_t choices_ = 0;
  bool yields_seldom_ = false;
  random_numbers random_{0};
};

constinit older_values one_at_random(random_strategy, 1);
constinit older_values two_at_random(random_strategy, 2);
constinit older_values one_by_priority(pct_2, 1);

}  // namespace

strategy& weak_1() {
  return one_at_random;
}
strategy& weak_2() {
  return two_at_random;
}
strategy& pct_2_weak_1() {
  return one_by_priority;
}

}  // namespace scheduling

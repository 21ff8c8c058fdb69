// SPDX-License-Identifier: MIT
// PCT, probabilistic concurrency testing: each thread has a random priority, and the thread of the highest priority
// goes on. At a few scheduling points, drawn at random, the thread that goes on gets the lowest priority. With depth
// d there are d - 1 of these points, and each bug that needs d ordering constraints has a guaranteed probability of
// being found.
//
// S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
// Finding Bugs", ASPLOS 2010.
//
// Here the length of an execution, which the algorithm needs, is itself drawn, and a thread that yields or spins gets
// the lowest priority too.
#include <algorithm>
#include <array>
#include <cstddef>

#include "scheduling/strategies/all.hpp"
#include "scheduling/strategies/chances.hpp"
#include "scheduling/strategies/patience.hpp"

namespace scheduling {

namespace {

constexpr std::uint64_t high_priority = std::uint64_t{1} << 32;

class pct final : public chances {
 public:
  explicit constexpr pct(std::size_t depth) : change_points_used_(depth - 1) {}

  void begin(std::uint64_t seed) override {
    chances::begin(seed);
    // The length of an execution is not known before it: the points are drawn from lengths of every magnitude.
    const std::uint64_t length = std::uint64_t{8} << random().below(6);
    for (auto& point : change_points_) point = 1 + random().below(length);  // all, for the same numbers at each depth
    lowest_priority_ = high_priority;
    patience_.renew();
    // For unused numbers as well, so that the random sequence is the same in every execution.
    for (auto& priority : priorities_) priority = draw_priority();
  }

  void thread_starts(int thread) override { priority_of(thread) = draw_priority(); }

  void thread_yields(int thread) override { priority_of(thread) = --lowest_priority_; }

  std::size_t choose(const scheduling_point& at) override {
    if (is_change_point(at.number) || patience_.is_over()) priority_of(at.current) = --lowest_priority_;
    if (patience_.is_over()) patience_.renew();
    const auto highest =
        std::ranges::max_element(at.able, {}, [this](const thread_view& each) { return priority_of(each.number); });
    patience_.chose(highest->number == at.current);
    return static_cast<std::size_t>(highest - at.able.begin());
  }

 private:
  std::uint64_t& priority_of(int thread) { return priorities_[static_cast<std::size_t>(thread)]; }
  std::uint64_t draw_priority() { return high_priority + random().below(high_priority); }

  [[nodiscard]] bool is_change_point(std::uint64_t number) const {
    const auto end = change_points_.begin() + static_cast<std::ptrdiff_t>(change_points_used_);
    return std::find(change_points_.begin(), end, number) != end;
  }

  std::size_t change_points_used_;
  std::array<std::uint64_t, 2> change_points_{};
  std::array<std::uint64_t, most_threads> priorities_{};
  std::uint64_t lowest_priority_ = high_priority;
  patience patience_;
};

constinit pct of_depth_2(2);
constinit pct of_depth_3(3);

}  // namespace

strategy& pct_2() {
  return of_depth_2;
}
strategy& pct_3() {
  return of_depth_3;
}

}  // namespace scheduling

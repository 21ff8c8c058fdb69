// SPDX-License-Identifier: MIT
// At each scheduling point, any thread that can go on may be the next, with the same probability.
//
// P. Thomson, A. F. Donaldson, A. Betts, "Concurrency Testing Using Controlled Schedulers: An Empirical Study", ACM
// TOPC 2016, finds this to be a baseline that many elaborate strategies do not beat.
#include "scheduling/strategies/all.hpp"
#include "scheduling/strategies/chances.hpp"

namespace scheduling {

namespace {

class random_choice final : public chances {
 public:
  void begin(std::uint64_t seed) override {
    chances::begin(seed);
    // As many numbers as PCT draws here and at the start of a thread. A seed means the same execution as ever.
    random().skip(3 + most_threads);
  }

  void thread_starts(int) override { random().skip(1); }

  std::size_t choose(const scheduling_point& at) override { return random().below(at.able.size()); }
};

constinit random_choice random_walk;

}  // namespace

strategy& random_strategy() {
  return random_walk;
}

}  // namespace scheduling

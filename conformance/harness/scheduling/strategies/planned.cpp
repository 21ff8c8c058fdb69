// SPDX-License-Identifier: MIT
// Executions that are described by how they differ from the plainest one. A choice has a name that stays the same where
// another one is taken back: it counts the choices of one kind by one thread. So an execution can be made simpler step
// by step.
//
// A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28(2), 2002, applied to
// schedules: J.-D. Choi, A. Zeller, "Isolating Failure-Inducing Thread Schedules", ISSTA 2002.
#include "scheduling/strategies/planned.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "scheduling/strategies/patience.hpp"

namespace scheduling {

namespace {

using kind = departure::kind;
constexpr std::size_t kinds = 8;

/// Asks for each choice by a name, and says which choice is the plainest.
class by_departures : public strategy {
 public:
  void begin(std::uint64_t) override {
    asked_ = {};
    patience_.renew();
  }

  std::size_t choose(const scheduling_point& at) override {
    const bool stays = at.may_stay && !patience_.is_over();
    const std::uint64_t plain = stays ? static_cast<std::uint64_t>(at.current) : next_after(at);
    if (patience_.is_over()) patience_.renew();
    const std::size_t chosen = index_of(at.able,
                                        decide(kind::switches, at.current, plain,
                                               [&] { return static_cast<std::uint64_t>(at.able[chooses(at)].number); }),
                                        plain);
    patience_.chose(at.able[chosen].number == at.current);
    return chosen;
  }

  std::optional<std::size_t> time_out(std::span<const thread_view> waiting, bool must) override {
    const auto proposed = times_out(waiting, must);
    return ends_wait(kind::times_out, waiting, proposed, must);
  }

  std::optional<std::size_t> wake_spuriously(std::span<const thread_view> waiting) override {
    return ends_wait(kind::wakes, waiting, wakes_without_reason(waiting), false);
  }

  std::size_t wake(std::span<const thread_view> waiting) override {
    const auto longest = std::ranges::min_element(waiting, {}, &thread_view::waits_since);
    const auto plain = static_cast<std::uint64_t>(longest->number);
    return index_of(waiting,
                    decide(kind::is_woken, 0, plain,
                           [&] { return static_cast<std::uint64_t>(waiting[wakes_one_of(waiting)].number); }),
                    plain);
  }

  bool yields(int thread) override {
    return decide(kind::goes_on, thread, 0, [&] { return std::uint64_t{!lets_another(thread)}; }) == 0;
  }

  bool is_late(int thread) override {
    return decide(kind::is_late, thread, 0, [&] { return std::uint64_t{goes_on_late(thread)}; }) != 0;
  }

  std::size_t read(int thread, std::size_t stores) override {
    const std::uint64_t older_by = decide(kind::reads, thread, 0, [&] { return stores - 1 - reads(thread, stores); });
    return stores - 1 - std::min<std::size_t>(older_by, stores - 1);
  }

  bool fails_for_no_reason(int thread) override {
    return decide(kind::fails, thread, 0, [&] { return std::uint64_t{fails(thread)}; }) != 0;
  }

 protected:
  ~by_departures() = default;

  /// The answer to the choice `at` of this kind by this thread. `other` is what another strategy would answer.
  virtual std::uint64_t answer(kind what, int thread, std::uint64_t at, std::uint64_t plain, std::uint64_t other) = 0;

  // What another strategy would choose, where there is one: it is asked each time.
  virtual std::size_t chooses(const scheduling_point&) { return 0; }
  virtual std::optional<std::size_t> times_out(std::span<const thread_view>, bool) { return std::nullopt; }
  virtual std::optional<std::size_t> wakes_without_reason(std::span<const thread_view>) { return std::nullopt; }
  virtual std::size_t wakes_one_of(std::span<const thread_view>) { return 0; }
  virtual bool lets_another(int) { return true; }
  virtual bool goes_on_late(int) { return false; }
  virtual std::size_t reads(int, std::size_t stores) { return stores - 1; }
  virtual bool fails(int) { return false; }

 private:
  template <class Other>
  std::uint64_t decide(kind what, int thread, std::uint64_t plain, Other other) {
    const auto index = static_cast<std::size_t>(what) * most_threads + static_cast<std::size_t>(thread);
    return answer(what, thread, ++asked_[index], plain, other());
  }

  /// Each thread that waits is asked by itself, so that the others do not count.
  std::optional<std::size_t> ends_wait(kind what, std::span<const thread_view> waiting,
                                       std::optional<std::size_t> proposed, bool must) {
    std::optional<std::size_t> ends;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      const std::uint64_t plain = must && i == 0 ? 1 : 0;
      if (decide(what, waiting[i].number, plain, [&] { return std::uint64_t{proposed == i}; }) != 0) ends = i;
    }
    return must && !ends && !waiting.empty() ? std::optional<std::size_t>(0) : ends;
  }

  /// The number of the thread that follows the current one.
  static std::uint64_t next_after(const scheduling_point& at) {
    const auto next = std::ranges::find_if(at.able, [&](const thread_view& each) { return each.number > at.current; });
    return static_cast<std::uint64_t>((next == at.able.end() ? at.able.front() : *next).number);
  }

  /// The index of the thread of this number; of the `plain` one where it can't be.
  static std::size_t index_of(std::span<const thread_view> among, std::uint64_t wanted, std::uint64_t plain) {
    const auto of = [&](std::uint64_t number) {
      return std::ranges::find(among, static_cast<int>(number), &thread_view::number);
    };
    const auto found = of(wanted) == among.end() ? of(plain) : of(wanted);
    return static_cast<std::size_t>(found - among.begin());
  }

  std::array<std::uint64_t, kinds * most_threads> asked_{};
  patience patience_;
};

class follower final : public by_departures {
 public:
  std::vector<plan> plans;
  bool models_memory = false;
  void (*departs)(const departure&) = nullptr;

  execution_range executions(std::uint64_t, std::uint64_t) const override {
    return {.first = 0, .count = plans.size()};
  }
  std::uint64_t seed_of_body(std::uint64_t seed) const override { return plans[seed].seed_of_body; }
  bool chooses_values() const override { return models_memory; }

  void begin(std::uint64_t seed) override {
    by_departures::begin(seed);
    now_ = &plans[seed];
  }

 private:
  std::uint64_t answer(kind what, int thread, std::uint64_t at, std::uint64_t plain, std::uint64_t) override {
    const auto found = std::ranges::find_if(now_->departures, [&](const departure& each) {
      return each.what == what && each.thread == thread && each.at == at;
    });
    if (found == now_->departures.end()) return plain;
    if (departs != nullptr) departs(*found);
    return found->answer;
  }

  const plan* now_ = nullptr;
};

class recorder final : public by_departures {
 public:
  strategy* inner = nullptr;
  void (*begins)(std::uint64_t) = nullptr;
  void (*departs)(const departure&) = nullptr;

  void begin_search() override { inner->begin_search(); }
  execution_range executions(std::uint64_t seed, std::uint64_t count) const override {
    return inner->executions(seed, count);
  }
  execution_range replay(std::uint64_t seed) const override { return inner->replay(seed); }
  std::uint64_t seed_of_body(std::uint64_t seed) const override { return inner->seed_of_body(seed); }
  bool next_execution() override { return inner->next_execution(); }
  bool chooses_values() const override { return inner->chooses_values(); }
  void begin(std::uint64_t seed) override {
    by_departures::begin(seed);
    inner->begin(seed);
    begins(inner->seed_of_body(seed));
  }
  void end() override { inner->end(); }
  void thread_starts(int thread) override { inner->thread_starts(thread); }
  void thread_yields(int thread) override { inner->thread_yields(thread); }

 private:
  std::uint64_t answer(kind what, int thread, std::uint64_t at, std::uint64_t plain, std::uint64_t other) override {
    if (other != plain) departs({.what = what, .thread = thread, .at = at, .answer = other});
    return other;
  }

  std::size_t chooses(const scheduling_point& at) override { return inner->choose(at); }
  std::optional<std::size_t> times_out(std::span<const thread_view> waiting, bool must) override {
    return inner->time_out(waiting, must);
  }
  std::optional<std::size_t> wakes_without_reason(std::span<const thread_view> waiting) override {
    return inner->wake_spuriously(waiting);
  }
  std::size_t wakes_one_of(std::span<const thread_view> waiting) override { return inner->wake(waiting); }
  bool lets_another(int thread) override { return inner->yields(thread); }
  bool goes_on_late(int thread) override { return inner->is_late(thread); }
  std::size_t reads(int thread, std::size_t stores) override { return inner->read(thread, stores); }
  bool fails(int thread) override { return inner->fails_for_no_reason(thread); }
};

constinit follower the_follower;
constinit recorder the_recorder;

}  // namespace

const registered_strategy& planned(std::vector<plan> plans, bool models_memory, void (*departs)(const departure&)) {
  static registered_strategy made{.name = "planned",
                                  .serialises = true,
                                  .is_exhaustive = false,
                                  .models_memory = false,
                                  .in_portfolio = false,
                                  .budget = {.executions = 0, .is_limited_in_time = false},
                                  .get = []() -> strategy& { return the_follower; }};
  the_follower.plans = std::move(plans);
  the_follower.departs = departs;
  the_follower.models_memory = made.models_memory = models_memory;
  return made;
}

const registered_strategy& recorded(const registered_strategy& how, void (*begins)(std::uint64_t seed_of_body),
                                    void (*departs)(const departure&)) {
  static registered_strategy made;
  made = how;
  made.get = []() -> strategy& { return the_recorder; };
  the_recorder.inner = &how.get();
  the_recorder.begins = begins;
  the_recorder.departs = departs;
  return made;
}

}  // namespace scheduling

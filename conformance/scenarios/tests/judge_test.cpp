// SPDX-License-Identifier: MIT
#include "scenarios/judge.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "scenarios/claims.hpp"
#include "scenarios/recording.hpp"
#include "scenarios/tests/written_execution.hpp"

namespace scenarios {

namespace {

/// An execution that a test writes down, step by step.
class written {
 public:
  written() : all_(std::make_unique<recording>()) {
    all_->threads = 3;
    all_->how = ending::finished;
  }

  /// A step of a thread that was called and has returned, unless it is pending.
  record& step(std::uint8_t thread, action does, handle on, result gave, std::uint32_t value = no_value) {
    record& added = step_of(*all_, thread, all_->steps[thread]++);
    added = {};
    added.called = ++clock_;
    added.thread = thread;
    added.does = does;
    added.on = on;
    added.object = added.owner = 1;
    added.value = value;
    added.gave = gave;
    if (gave != result::pending) added.returned = ++clock_;
    return added;
  }

  /// A value that was given away, and then dropped once.
  std::uint32_t value(place at, bool dropped = true) {
    const std::uint32_t made = all_->values++;
    value_record& noted = all_->value[made];
    noted.number = static_cast<int>(made);
    noted.at = noted.at_drop = dropped ? place::thread : at;
    noted.drops = dropped ? 1 : 0;
    noted.object = 1;
    return made;
  }

  [[nodiscard]] stamp now() { return ++clock_; }
  [[nodiscard]] recording& all() { return *all_; }

  /// Whether the model says that this claim is broken.
  [[nodiscard]] bool breaks(std::string_view claim) const {
    return std::ranges::any_of(judge(*all_), [=](const violation& each) {
      return std::ranges::find(each.claims, claim) != each.claims.end();
    });
  }
  [[nodiscard]] bool is_right() const { return judge(*all_).empty(); }

 private:
  std::unique_ptr<recording> all_;
  stamp clock_ = 0;
};

}  // namespace

TEST_CASE("a message that arrives once, unchanged and in its order breaks no claim") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  const auto one = seen.value(place::channel), two = seen.value(place::channel);
  seen.step(0, action::send, s1, result::done, one);
  seen.step(0, action::send, s1, result::done, two);
  seen.step(0, action::recv, r1, result::received, one);
  seen.step(0, action::recv, r1, result::received, two);
  CHECK(seen.is_right());
}

TEST_CASE("messages of one sender that arrive in another order break channels.order") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  const auto one = seen.value(place::channel), two = seen.value(place::channel);
  seen.step(0, action::send, s1, result::done, one);
  seen.step(0, action::send, s1, result::done, two);
  seen.step(0, action::recv, r1, result::received, two);
  seen.step(0, action::recv, r1, result::received, one);
  CHECK(seen.breaks("channels.order"));
}

TEST_CASE("a message that arrives twice breaks channels.messages") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  const auto one = seen.value(place::channel);
  seen.step(0, action::send, s1, result::done, one);
  seen.step(0, action::recv, r1, result::received, one);
  seen.step(0, action::recv, r1, result::received, one);
  CHECK(seen.breaks("channels.messages"));
}

TEST_CASE("a receive that misses a message breaks its claim only where the send happened before it") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  const auto one = seen.value(place::channel);
  const bool is_same_thread = GENERATE(true, false);
  seen.step(is_same_thread ? 0 : 1, action::send, s1, result::done, one);
  seen.step(0, action::try_recv, r1, result::empty);
  seen.step(0, action::recv, r1, result::received, one);
  CHECK(seen.breaks("channels.try-recv.value") == is_same_thread);
}

TEST_CASE("a receiver that is disconnected while a sender is left breaks channels.clone.last-closes") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  seen.step(0, action::try_recv, r1, result::disconnected);
  seen.step(0, action::drop, s1, result::done);
  CHECK(seen.breaks("channels.clone.last-closes"));
  CHECK(seen.breaks("channels.try-recv.empty"));
}

TEST_CASE("a receiver that waits without a sender breaks channels.recv.closed in a deadlock") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  const bool is_dropped = GENERATE(true, false);
  if (is_dropped) seen.step(0, action::drop, s1, result::done);
  seen.step(1, action::recv, r1, result::pending);
  seen.all().how = ending::deadlock;
  CHECK(seen.breaks("channels.recv.closed") == is_dropped);
}

TEST_CASE("a message that is neither received nor dropped breaks channels.ownership.transfer.dropped-once") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  seen.step(0, action::send, s1, result::done, seen.value(place::channel, false));
  seen.step(0, action::drop, r1, result::done);
  CHECK(seen.breaks("channels.ownership.transfer.dropped-once"));
}

TEST_CASE("two holders at once break mutex.exclusion") {
  written seen;
  const auto data = seen.value(place::mutex);
  seen.step(0, action::mutex, m1, result::done, data);
  seen.step(0, action::lock, m1, result::locked, data);
  const bool is_released = GENERATE(true, false);
  if (is_released) seen.step(0, action::unlock, m1, result::done);
  seen.step(1, action::lock, m1, result::locked, data);
  CHECK(seen.breaks("mutex.exclusion") != is_released);
}

TEST_CASE("a lock that succeeds after a panic of its holder breaks mutex.poison.fails") {
  written seen;
  const auto data = seen.value(place::mutex);
  seen.step(0, action::mutex, m1, result::done, data);
  const bool panics = GENERATE(true, false);
  record& held = seen.step(1, action::with_lock, m1, result::pending, data);
  held.began = seen.now();
  held.ended = seen.now();
  held.returned = seen.now();
  held.gave = panics ? result::panicked : result::returned;
  seen.step(0, action::lock, m1, result::locked, data);
  CHECK(seen.breaks("mutex.poison.fails") == panics);
}

TEST_CASE("a mutex that is poisoned without a panic breaks mutex.poison.only-panic") {
  written seen;
  seen.step(0, action::mutex, m1, result::done, seen.value(place::mutex));
  seen.step(0, action::lock, m1, result::poisoned);
  CHECK(seen.breaks("mutex.poison.only-panic"));
}

TEST_CASE("a holder that finds other data breaks mutex.guard.mutable") {
  written seen;
  const auto first = seen.value(place::mutex), second = seen.value(place::mutex);
  seen.step(0, action::mutex, m1, result::done, first);
  seen.step(0, action::lock, m1, result::locked, first);
  seen.step(0, action::put, m1, result::done, second);
  seen.step(0, action::unlock, m1, result::done);
  const bool is_kept = GENERATE(true, false);
  seen.step(0, action::lock, m1, result::locked, is_kept ? second : first);
  CHECK(seen.breaks("mutex.guard.mutable") != is_kept);
}

TEST_CASE("a count of owners that no order of the steps explains breaks arc.atomic.count") {
  written seen;
  seen.step(0, action::arc, a1, result::done, seen.value(place::arc));
  seen.step(0, action::clone, a1, result::done);
  seen.step(0, action::count, a1, result::done).count = GENERATE(1U, 2U, 3U);
  const auto counted = seen.all().of_main[2].count;
  CHECK(seen.breaks("arc.atomic.count") == (counted != 2));
}

TEST_CASE("where loads may read older values, a count may miss an owner that its thread does not know of") {
  for (const bool models_memory : {false, true}) {
    written seen;
    const auto inside = seen.value(place::arc, false);
    seen.all().models_memory = models_memory;
    seen.step(0, action::arc, a1, result::done, inside);
    seen.step(1, action::clone, a1, result::done);
    seen.step(2, action::count, a1, result::done).count = 1;
    CHECK(seen.breaks("arc.atomic.count") != models_memory);
  }
}

TEST_CASE("where loads may read older values, a lock may seem taken by an attempt that its thread does not know of") {
  for (const bool models_memory : {false, true}) {
    written seen;
    const auto inside = seen.value(place::mutex, false);
    seen.all().models_memory = models_memory;
    seen.step(0, action::mutex, m1, result::done, inside);
    seen.step(1, action::lock, m1, result::poisoned);
    seen.step(2, action::try_lock, m1, result::would_block);
    CHECK(seen.breaks("mutex.unlock.required") != models_memory);
  }
}

TEST_CASE("a value that is dropped while it has an owner breaks arc.atomic.last") {
  written seen;
  const auto value = seen.value(place::arc);
  seen.step(0, action::arc, a1, result::done, value);
  seen.step(0, action::clone, a1, result::done);
  record& dropping = seen.step(0, action::drop, a1, result::pending);
  seen.all().value[value].drop_begins = seen.now();
  dropping.returned = seen.now();
  dropping.gave = result::done;
  CHECK(seen.breaks("arc.atomic.last"));
}

TEST_CASE("a join that returns before its thread has finished breaks join.waits") {
  written seen;
  thread_record& thread = seen.all().thread[1];
  thread.is_spawned = true;
  thread.calls = thread.drops = 1;
  thread.outcome = result::returned;
  thread.begins = seen.now();
  thread.system_id = 7;
  const bool is_finished = GENERATE(true, false);
  if (is_finished) thread.ends = thread.environment_dropped = seen.now();
  seen.step(0, action::join, {.of = kind::thread, .number = 1}, result::returned);
  if (!is_finished) thread.ends = thread.environment_dropped = seen.now();
  CHECK(seen.breaks("join.waits") != is_finished);
}

TEST_CASE("a closure that is called twice, or never, breaks threads.spawn.closure") {
  written seen;
  thread_record& thread = seen.all().thread[1];
  thread.is_spawned = true;
  thread.drops = 1;
  thread.begins = thread.ends = thread.environment_dropped = seen.now();
  thread.calls = GENERATE(0U, 1U, 2U);
  CHECK(seen.breaks("threads.spawn.closure") == (thread.calls != 1));
}

TEST_CASE("a crash is a verdict on the claims of the step that it happened in") {
  written seen;
  seen.step(0, action::channel, s1, result::done);
  seen.step(1, action::drop, r1, result::pending);
  seen.all().how = ending::crash;
  seen.all().culprit = 1;
  CHECK(seen.breaks("channels.ownership.transfer.dropped-once"));
  CHECK_FALSE(seen.breaks("channels.recv.value"));
}

TEST_CASE("a search says nothing about a claim whose actions it did not perform") {
  performed_actions performed{};
  const judged_claim& iteration = *find_judged_claim("channels.iterate.each");
  CHECK_FALSE(is_exercised(iteration, performed));
  performed[static_cast<std::size_t>(action::each)] = 1;
  CHECK(is_exercised(iteration, performed));
  CHECK(std::ranges::is_sorted(judged_claims(), {}, &judged_claim::id));
}

TEST_CASE("a holder that panics poisons the mutex at the moment at which it releases the lock") {
  written all;
  const auto data = all.value(place::mutex);
  all.step(0, action::mutex, m1, result::done, data);
  record& waits = all.step(1, action::lock, m1, result::pending);
  record& panics = all.step(2, action::with_lock, m1, result::pending, data);
  panics.began = all.now();
  panics.ended = all.now();
  waits.gave = result::locked;
  waits.value = data;
  waits.returned = all.now();  // before the panic has left the lock's function
  panics.gave = result::panicked;
  panics.returned = all.now();
  CHECK(all.breaks("mutex.poison.fails"));
}

TEST_CASE("the clones of a cycle count while it runs, and not before or after") {
  written all;
  all.step(0, action::arc, a1, result::done, all.value(place::arc));
  record& cycle = all.step(1, action::cycle, a1, result::pending);
  cycle.count = 3;
  all.step(0, action::count, a1, result::done).count = 4;
  cycle.gave = result::done;
  cycle.returned = all.now();
  CHECK_FALSE(all.breaks("arc.atomic.count"));
  all.step(0, action::count, a1, result::done).count = 2;
  CHECK(all.breaks("arc.atomic.count"));
}

TEST_CASE("many threads at one object that see what they should not break the claims on that object") {
  written all;
  all.step(0, action::meet, {.of = kind::sender, .number = 0}, result::wrong).count = 3;
  CHECK(all.breaks("channels.many-producers"));
  CHECK_FALSE(all.breaks("mutex.exclusion"));
}

TEST_CASE("of many mutexes, poison that is wrong breaks the claims on poison") {
  written all;
  all.step(0, action::many, m1, result::poisoned).count = 129;
  CHECK(all.breaks("mutex.poison.only-panic"));
  CHECK_FALSE(all.breaks("mutex.new"));
}

TEST_CASE("a send that never returns breaks the claims on sends") {
  written all;
  all.all().how = ending::deadlock;
  all.step(0, action::channel, s1, result::done);
  all.step(1, action::send, s1, result::pending, all.value(place::channel));
  CHECK(all.breaks("channels.send.ok"));
}

TEST_CASE("a holder that had not looked when another thread crashed breaks no claim on the data") {
  written all;
  all.step(0, action::mutex, m1, result::done, all.value(place::mutex));
  all.step(1, action::lock, m1, result::locked);
  CHECK(all.breaks("mutex.guard.deref"));
  all.all().how = ending::crash;
  CHECK_FALSE(all.breaks("mutex.guard.deref"));
}

TEST_CASE("the result of a thread that is not joined is dropped") {
  written all;
  all.value(place::result, false);
  CHECK(all.breaks("join.handle.result"));
  CHECK_FALSE(all.breaks("join.result"));
}

TEST_CASE("memory that grows breaks the claims on the groups that the scenario has objects of") {
  written all;
  all.step(0, action::mutex, m1, result::done, all.value(place::mutex));
  all.step(0, action::spawn, t1, result::done);
  CHECK(all.is_right());
  all.all().grown = {.executions = 100, .bytes = 1600};
  CHECK(all.breaks("mutex.memory"));
  CHECK(all.breaks("join.handle.memory"));
  CHECK_FALSE(all.breaks("channels.memory"));
  CHECK_FALSE(all.breaks("arc.memory"));
  CHECK_FALSE(all.breaks("rc.memory"));
}

TEST_CASE("a claim on memory is exercised where the memory of its group was measured") {
  performed_actions performed{};
  performed.at(static_cast<std::size_t>(action::channel)) = 1;
  performed.at(memory_of(group::arcs)) = 1;
  CHECK(is_exercised(*find_judged_claim("arc.memory"), performed));
  CHECK_FALSE(is_exercised(*find_judged_claim("channels.memory"), performed));
  CHECK(memory_of(group::channels) > static_cast<std::size_t>(action::use));
}

TEST_CASE("of an execution that was stopped, the steps that had not returned are told") {
  written all;
  all.all().how = ending::running;
  all.step(0, action::sleep, {}, result::done);
  all.step(1, action::recv, r1, result::pending);
  const auto left = unended(all.all());
  REQUIRE(left.size() == 1);
  CHECK(left.front().what == "recv r1 on thread 1 had not returned");
  CHECK(std::ranges::find(left.front().claims, "channels.recv.value") != left.front().claims.end());
}

TEST_CASE("a race in the use of a value breaks the claims on the place that it was dropped in") {
  written all;
  all.all().how = ending::race;
  all.all().culprit = 1;
  const auto used = all.value(place::arc);
  all.all().value[used].at_drop = place::arc;
  all.step(1, action::use, {}, result::pending, used);
  CHECK(all.breaks("arc.atomic.last"));
  CHECK_FALSE(all.breaks("closures.environment"));
}

}  // namespace scenarios

// SPDX-License-Identifier: MIT
#include "scheduling/memory/memory_model.hpp"

#include <catch2/catch.hpp>

#include "scheduling/strategies/all.hpp"

using scheduling::atomic_place;
using scheduling::memory_model;

namespace {

/// Always chooses the oldest value, and notes how many there were.
class oldest_value final : public scheduling::strategy {
 public:
  void begin(std::uint64_t) override {}
  std::size_t wake(std::span<const scheduling::thread_view>) override { return 0; }
  bool chooses_values() const override { return true; }
  std::size_t read(int, std::size_t) override { return 0; }
};

/// An execution with two threads, 0 and 1, that do not know of each other, and a word.
class two_threads {
 public:
  two_threads() {
    model.begin(strategy_);
    model.thread_begins(0, std::nullopt);
    model.thread_begins(1, 0);
  }
  ~two_threads() { model.end(); }
  two_threads(const two_threads&) = delete;
  two_threads& operator=(const two_threads&) = delete;

  [[nodiscard]] atomic_place place() const { return {.address = &word, .size = sizeof word}; }

  void store(int thread, std::uint32_t value) {
    model.store(thread, place(), word, value, __ATOMIC_RELAXED);
    word = value;
  }

  /// The value that a thread reads.
  std::uint32_t load(int thread) {
    return static_cast<std::uint32_t>(model.load(thread, place(), word, __ATOMIC_RELAXED).older.value_or(word));
  }

  memory_model& model = scheduling::the_memory();
  std::uint32_t word = 0;

 private:
  oldest_value strategy_;
};

}  // namespace

TEST_CASE("a thread may read a value that another one has replaced") {
  two_threads both;
  both.store(0, 1);
  both.store(0, 2);

  CHECK(both.load(1) == 0);
  CHECK(both.load(0) == 2);
  CHECK(both.model.older_values() == 1);
}

TEST_CASE("a thread in a new place shares no number with one that runs, however many threads have ended") {
  two_threads both;
  for (std::size_t ended = 1; ended < scheduling::most_threads; ++ended) {
    both.model.thread_ends(1, ended);
    both.model.thread_begins(1, 0);
  }
  both.model.thread_begins(2, 0);
  both.store(0, 1);
  both.store(0, 2);

  CHECK(both.load(2) == 0);
  CHECK(both.load(0) == 2);
}

TEST_CASE("a value that was stored unseen is read, and what reads it comes after everything") {
  two_threads both;
  both.store(0, 1);
  both.word = 7;
  std::uint32_t other = 0;
  const atomic_place elsewhere{.address = &other, .size = sizeof other};
  both.model.store(0, elsewhere, other, 5, __ATOMIC_RELAXED);
  other = 5;

  CHECK(both.load(1) == 7);
  CHECK_FALSE(both.model.load(1, elsewhere, other, __ATOMIC_RELAXED).older);
}

TEST_CASE("an operation after one that was not seen acquires on the memory, where the race detector knows more") {
  two_threads both;
  both.store(0, 1);
  both.word = 3;
  CHECK(both.model.read_modify_write(1, both.place(), 3, 2, __ATOMIC_RELEASE) == __ATOMIC_RELEASE);
  both.word = 2;

  CHECK(both.model.load(1, both.place(), 2, __ATOMIC_ACQUIRE).order == __ATOMIC_ACQUIRE);
  both.store(1, 4);
  CHECK(both.model.load(1, both.place(), 4, __ATOMIC_ACQUIRE).order == __ATOMIC_RELAXED);
}

TEST_CASE("memory that is written by something else, or freed, has no older value") {
  two_threads both;
  both.store(0, 1);
  both.store(0, 2);
  both.model.forget(&both.word, 1);

  CHECK(both.load(1) == 2);
}

TEST_CASE("an operation of another size starts a new history") {
  two_threads both;
  both.store(0, 1);
  both.store(0, 2);
  const atomic_place half{.address = &both.word, .size = 2};

  CHECK_FALSE(both.model.load(1, half, 2, __ATOMIC_RELAXED).older);
  CHECK(both.load(1) == 2);
}

TEST_CASE("what the kernel has compared is not read older by the same thread") {
  two_threads both;
  both.store(0, 1);
  both.model.sees_newest(1, both.place(), both.word);

  CHECK(both.load(1) == 1);
}

TEST_CASE("what an object orders is not read older") {
  two_threads both;
  int lock = 0;
  both.store(0, 1);
  both.model.release(0, &lock);
  both.model.acquire(1, &lock);
  both.store(0, 2);

  CHECK(both.load(1) == 1);
}

TEST_CASE("more threads than the model has numbers share them, and read values that they may") {
  two_threads both;
  for (int more = 0; more < 200; ++more) {
    both.model.thread_ends(1, 1);
    both.model.joins(0, 1);
    both.store(0, static_cast<std::uint32_t>(more));
    both.model.thread_begins(1, 0);
    CHECK(both.load(1) == static_cast<std::uint32_t>(more));
  }
}

TEST_CASE("one moment happens before another only where the threads are ordered") {
  two_threads both;
  int lock = 0;
  both.model.is_at(0, 10);
  both.model.is_at(1, 11);
  both.model.release(0, &lock);
  both.model.acquire(1, &lock);
  both.model.is_at(1, 12);

  CHECK(both.model.happens_before(10, 11) == false);
  CHECK(both.model.happens_before(10, 12) == true);
  CHECK(both.model.happens_before(12, 10) == false);
  CHECK(both.model.happens_before(10, 13) == std::nullopt);
}

TEST_CASE("a strategy lets at most as many loads read an older value as its name says") {
  struct named {
    scheduling::strategy& how;
    int most;
  };
  for (const auto& [how, most] :
       {named{scheduling::weak_1(), 1}, named{scheduling::weak_2(), 2}, named{scheduling::pct_2_weak_1(), 1}}) {
    int at_most = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      how.begin(seed);
      int older = 0;
      for (int load = 0; load < 300; ++load)
        if (how.read(0, 3) != 2) ++older;
      at_most = std::max(at_most, older);
    }
    CHECK(at_most == most);
  }
}

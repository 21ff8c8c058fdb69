// SPDX-License-Identifier: MIT
// Executes the litmus tests of the page on weak memory, in every order and with every choice of values.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "litmus_page.hpp"
#include "scheduling/memory/memory_model.hpp"
#include "scheduling/strategies/choices.hpp"

using scheduling::atomic_order;
using scheduling::atomic_place;
using scheduling::choices;
using scheduling::memory_model;

namespace {

using litmus::word;

/// Makes every choice of values, one after the other.
class every_value final : public scheduling::strategy {
 public:
  explicit every_value(choices& all) : all_(all) {}
  void begin(std::uint64_t) override {}
  std::size_t wake(std::span<const scheduling::thread_view>) override { return 0; }
  bool chooses_values() const override { return true; }
  std::size_t read(int, std::size_t stores) override { return all_.choose(static_cast<unsigned>(stores)); }
  bool fails_for_no_reason(int) override { return all_.choose(2) == 1; }

 private:
  choices& all_;
};

/// One execution of a litmus test.
class litmus_execution {
 public:
  litmus_execution(const litmus::test& test, choices& all)
      : test_(test), all_(all), values_(all), read_(test.threads.size() + 1) {}

  /// The values that were read.
  std::string outcome() {
    model_.begin(values_);
    model_.thread_begins(0, std::nullopt);
    const int threads = static_cast<int>(test_.threads.size());
    for (int thread = 1; thread <= threads; ++thread) model_.thread_begins(thread, 0);
    std::vector<std::size_t> next(test_.threads.size());
    while (true) {
      std::vector<std::size_t> able;
      for (std::size_t i = 0; i < next.size(); ++i)
        if (next[i] < test_.threads[i].size()) able.push_back(i);
      if (able.empty()) break;
      const std::size_t chosen = able[all_.choose(static_cast<unsigned>(able.size()))];
      execute(static_cast<int>(chosen) + 1, test_.threads[chosen][next[chosen]++]);
    }
    for (int thread = 1; thread <= threads; ++thread) {
      model_.thread_ends(thread, static_cast<std::uintptr_t>(thread));
      model_.joins(0, static_cast<std::uintptr_t>(thread));
    }
    for (const litmus::operation& each : test_.after_join) execute(0, each);
    model_.end();
    return litmus::outcome_of(read_);
  }

 private:
  void execute(int thread, const litmus::operation& what) {
    word& memory = memory_.at(what.place);
    const atomic_place at{.address = &memory, .size = sizeof memory};
    const atomic_order order = what.orders.at(0);
    const word present = memory;
    const auto change = [&](word value) {
      model_.read_modify_write(thread, at, present, value, order);
      memory = value;
      note(thread, present);
    };
    switch (what.kind) {
      case 'R':
        note(thread, static_cast<word>(model_.load(thread, at, present, order).older.value_or(present)));
        break;
      case 'W':
        model_.store(thread, at, present, memory = what.values.at(0), order);
        break;
      case 'A':
        change(present + what.values.at(0));
        break;
      case 'X':
        change(what.values.at(0));
        break;
      case 'C':
      case 'V':
        compare(thread, at, memory, what);
        break;
      case 'F':
        model_.fence(thread, order);
        break;
      default:
        FAIL("no such operation: " << what.kind);
    }
    model_.executed();
  }

  void compare(int thread, atomic_place at, word& memory, const litmus::operation& what) {
    const word expected = what.values.at(0), desired = what.values.at(1);
    const auto seen = model_.compare_exchange(thread, at, memory,
                                              {.expected = expected,
                                               .desired = desired,
                                               .success = what.orders.at(0),
                                               .failure = what.orders.at(1),
                                               .is_weak = what.kind == 'V'});
    const word read = static_cast<word>(seen.older.value_or(memory));
    note(thread, read);
    if (read != expected) return;
    if (seen.older)
      read_[static_cast<std::size_t>(thread)] += '!';
    else
      memory = desired;
  }

  void note(int thread, word value) { read_[static_cast<std::size_t>(thread)] += std::to_string(value); }

  const litmus::test& test_;
  choices& all_;
  every_value values_;
  memory_model& model_ = scheduling::the_memory();
  std::array<word, litmus::places> memory_{};
  std::vector<std::string> read_;  // by each thread, the joining one first
};

}  // namespace

TEST_CASE("the model reads the values that the C++ memory model allows, and no other ones") {
  const auto tests = litmus::tests_of_page();
  CHECK(tests.size() >= 60);
  for (const litmus::test& test : tests) {
    std::set<std::string> seen;
    choices all;
    do {
      all.begin();
      seen.insert(litmus_execution(test, all).outcome());
    } while (all.advance());
    INFO(test.name);
    CHECK(all.are_complete());
    CHECK(seen == test.outcomes);
  }
}

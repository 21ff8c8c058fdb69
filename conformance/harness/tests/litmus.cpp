// SPDX-License-Identifier: MIT
// Executes the litmus tests of the page on weak memory, in every order and with every choice of values.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "scheduling/memory/memory_model.hpp"
#include "scheduling/strategies/choices.hpp"

using scheduling::atomic_order;
using scheduling::atomic_place;
using scheduling::choices;
using scheduling::memory_model;

namespace {

using word = std::uint32_t;

/// A line such as `C y 0 2 rlx acq`: a letter for what it does, a place, values, orders.
struct operation {
  char kind = ' ';
  std::size_t place = 0;
  std::vector<word> values{};
  std::vector<atomic_order> orders{};
};
using program_of_thread = std::vector<operation>;

struct litmus {
  std::string name;
  std::vector<program_of_thread> threads;
  program_of_thread after_join;
  std::set<std::string> outcomes;
};

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find(by, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + by.size();
  }
  return parts;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream from(text);
  return {std::istream_iterator<std::string>(from), {}};
}

operation operation_of(const std::string& text) {
  static const std::map<std::string, atomic_order> orders{{"rlx", __ATOMIC_RELAXED},
                                                          {"acq", __ATOMIC_ACQUIRE},
                                                          {"rel", __ATOMIC_RELEASE},
                                                          {"ar", __ATOMIC_ACQ_REL},
                                                          {"sc", __ATOMIC_SEQ_CST}};
  operation read;
  for (const std::string& each : words_of(text)) {
    if (const auto order = orders.find(each); order != orders.end())
      read.orders.push_back(order->second);
    else if (read.kind == ' ')
      read.kind = each.at(0);
    else if (const auto place = std::string("xyzu").find(each); place != std::string::npos)
      read.place = place;
    else
      read.values.push_back(static_cast<word>(std::stoul(each)));
  }
  return read;
}

program_of_thread program_of(const std::string& text) {
  program_of_thread program;
  for (const std::string& each : split(text, ";")) program.push_back(operation_of(each));
  return program;
}

/// The rows of the page's table.
std::vector<litmus> litmus_tests() {
  std::ifstream page(LITMUS_PAGE);
  std::vector<litmus> all;
  for (std::string line; std::getline(page, line);) {
    const auto cells = split(line, "|");
    if (cells.size() != 6 || cells[2].find('`') == std::string::npos) continue;
    const auto code = split(cells[2], "`").at(1);
    const auto parts = split(code, "→");
    litmus row{.name = cells[1], .threads = {}, .after_join = {}, .outcomes = {}};
    for (const std::string& thread : split(parts[0], "‖")) row.threads.push_back(program_of(thread));
    if (parts.size() > 1) row.after_join = program_of(parts[1]);
    const auto outcomes = words_of(cells[3]);
    row.outcomes = {outcomes.begin(), outcomes.end()};
    all.push_back(std::move(row));
  }
  return all;
}

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
class execution {
 public:
  execution(const litmus& test, choices& all) : test_(test), all_(all), values_(all), read_(test.threads.size() + 1) {}

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
    for (const operation& each : test_.after_join) execute(0, each);
    model_.end();
    std::string all;
    for (std::size_t thread = 1; thread < read_.size(); ++thread) all += read_[thread];
    return all + read_[0];
  }

 private:
  void execute(int thread, const operation& what) {
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

  void compare(int thread, atomic_place at, word& memory, const operation& what) {
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

  const litmus& test_;
  choices& all_;
  every_value values_;
  memory_model& model_ = scheduling::the_memory();
  std::array<word, 4> memory_{};
  std::vector<std::string> read_;  // by each thread, the joining one first
};

}  // namespace

TEST_CASE("the model reads the values that the C++ memory model allows, and no other ones") {
  const auto tests = litmus_tests();
  CHECK(tests.size() >= 60);
  for (const litmus& test : tests) {
    std::set<std::string> seen;
    choices all;
    do {
      all.begin();
      seen.insert(execution(test, all).outcome());
    } while (all.advance());
    INFO(test.name);
    CHECK(all.are_complete());
    CHECK(seen == test.outcomes);
  }
}

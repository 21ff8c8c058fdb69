// SPDX-License-Identifier: MIT
#include "scheduling/strategies/planned.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "scheduling/plan_file.hpp"
#include "scheduling/strategies/all.hpp"

using namespace scheduling;

namespace {

constexpr int threads = 4;

std::vector<departure> departures;
std::uint64_t body_seed = 0;

void begin_recording(std::uint64_t seed) {
  departures.clear();
  body_seed = seed;
}

void record(const departure& choice) {
  departures.push_back(choice);
}

/// Asks a strategy for the choices of an execution, which depend on its answers: the answers, in words.
std::vector<std::string> answers_of(strategy& how, std::uint64_t seed) {
  std::vector<std::string> answers;
  std::vector<thread_view> all;
  for (int i = 0; i < threads; ++i) all.push_back({.number = i, .next = {operation_kind::load}, .waits_since = 0});
  how.begin(seed);
  for (int i = 0; i < threads; ++i) how.thread_starts(i);
  int current = 0;
  std::uint64_t waits = 0;
  for (std::uint64_t step = 1; step <= 200; ++step) {
    for (auto& each : all) each.waits_since = (waits += 7) % 13;
    const auto timed = std::span(all).subspan(step % 3, step % 2);
    const auto spurious = std::span(all).first(step % 4);
    const auto time_out = how.time_out(timed, step % 17 == 0);
    answers.push_back("time-out " + std::to_string(time_out.value_or(99)));
    answers.push_back("spurious " + std::to_string(how.wake_spuriously(spurious).value_or(99)));
    const auto able = std::span(all).first(2 + step % 3);
    const bool may_stay = current < static_cast<int>(able.size()) && step % 5 != 0;
    const auto chosen = how.choose({.able = able, .current = current, .may_stay = may_stay, .number = step});
    current = able[chosen].number;
    answers.push_back("goes on " + std::to_string(current));
    if (step % 7 == 0) answers.push_back("wakes " + std::to_string(how.wake(std::span(all).last(3))));
    if (step % 11 == 0) answers.push_back("yields " + std::to_string(static_cast<int>(how.yields(current))));
    if (step % 13 == 0) answers.push_back("is late " + std::to_string(static_cast<int>(how.is_late(current))));
    if (how.chooses_values()) answers.push_back("reads " + std::to_string(how.read(current, 2 + step % 3)));
    if (how.chooses_values())
      answers.push_back("fails " + std::to_string(static_cast<int>(how.fails_for_no_reason(current))));
  }
  how.end();
  return answers;
}

std::string written(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / ("plans-" + std::to_string(::getpid()));
  std::ofstream(file) << text;
  return file.string();
}

}  // namespace

TEST_CASE("a recorded execution is that of the strategy, and a plan of its departures repeats it") {
  for (const char* name : {"random", "pct-2", "pct-3", "weak-1", "weak-2", "pct-2-weak-1"})
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
      const registered_strategy& how = *find_strategy(name);
      const auto expected = answers_of(how.get(), seed);
      const auto& recorder = recorded(how, begin_recording, record);
      REQUIRE(answers_of(recorder.get(), seed) == expected);
      CHECK(body_seed == seed);
      const auto& follower = planned({{.seed_of_body = seed, .departures = departures}}, how.models_memory, nullptr);
      INFO(name << ":" << seed);
      CHECK(answers_of(follower.get(), 0) == expected);
    }
}

TEST_CASE("the plainest execution has no departures") {
  const auto expected = answers_of(planned({{}}, true, nullptr).get(), 0);
  // The plainest execution, recorded as that of another strategy.
  const registered_strategy plainest = planned({{}}, true, nullptr);
  static_cast<void>(answers_of(recorded(plainest, begin_recording, record).get(), 0));
  CHECK(departures.empty());
  CHECK(answers_of(planned({{}}, true, nullptr).get(), 0) == expected);
}

TEST_CASE("a departure that can't be made is passed over") {
  const departure impossible{.what = departure::kind::switches, .thread = 0, .at = 1, .answer = 63};
  const auto plain = answers_of(planned({{}}, false, nullptr).get(), 0);
  CHECK(answers_of(planned({{.departures = {impossible}}}, false, nullptr).get(), 0) == plain);
}

TEST_CASE("plans are read from a file, and a malformed one is rejected") {
  const std::string head = R"({"memory": true, "seed": 5})"
                           "\n";
  const auto read = read_plans(written(head + R"([["switches", 1, 5, 2], ["reads", 0, 1, 1]])"
                                              "\n[]\n"));
  REQUIRE(read);
  CHECK(read->models_memory);
  REQUIRE(read->plans.size() == 2);
  CHECK(read->plans[0].seed_of_body == 5);
  CHECK(read->plans[0].departures ==
        std::vector<departure>{{.what = departure::kind::switches, .thread = 1, .at = 5, .answer = 2},
                               {.what = departure::kind::reads, .thread = 0, .at = 1, .answer = 1}});
  CHECK(read->plans[1].departures.empty());
  for (const char* wrong : {"", "{}", R"({"memory": true, "seed": 5}
[["jumps", 1, 5, 2]])",
                            R"({"memory": true, "seed": 5}
[["switches", 64, 5, 2]])",
                            R"({"memory": true, "seed": 5}
[["switches", 1)"})
    CHECK_FALSE(read_plans(written(wrong)));
  CHECK_FALSE(read_plans("/nonexistent"));
}

// SPDX-License-Identifier: MIT
#include "explanation_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace fearless::certifier;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

using kind = explained_step::kind;

/// As many steps, in turn by each of the threads; one in the middle reads an older value.
explanation with(std::size_t steps, std::size_t threads) {
  explanation made{.models_memory = true, .departures = {R"(["switches",0,1,1])", R"(["reads",1,2,1])"}};
  for (std::size_t i = 0; i < threads; ++i) made.threads.push_back(i == 0 ? "the case" : "started by thread 1");
  for (std::size_t i = 0; i < steps; ++i)
    made.steps.push_back({.is = kind::operation,
                          .thread = 1 + i % threads,
                          .text = "step_number_" + std::to_string(i) + " is 0 (relaxed)",
                          .file = "src/a_file_with_a_very_long_name_indeed.hpp",
                          .line = i});
  if (steps > 0) {
    made.steps[steps / 2].marks = {step_mark::older_value};
    made.steps[steps / 2].note = "the newest is 1, stored by thread 1 at ring.hpp:31";
  }
  made.end = {"thread 1 waits for bell"};
  made.expected = {"this", "that"};
  return made;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& each : lines) text += each + "\n";
  return text;
}

std::size_t columns_of(const std::string& line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }));
}

}  // namespace

TEST_CASE("a table has at most 25 lines of 96 columns, whatever it shows") {
  for (const std::size_t threads : {1UL, 2UL, 3UL, 4UL, 20UL})
    for (const std::size_t steps : {0UL, 1UL, 10UL, 25UL, 500UL}) {
      const auto lines = table_of(with(steps, threads));
      CHECK(lines.size() <= 25);
      for (const std::string& each : lines) CHECK(columns_of(each) <= 96);
    }
}

TEST_CASE("a table that is too long keeps what is marked, what surrounds it, and the end") {
  const std::string table = joined(table_of(with(500, 2)));
  CHECK_THAT(table, Contains("!   step_number_250"));
  CHECK_THAT(table, Contains("step_number_249"));
  CHECK_THAT(table, Contains("step_number_251"));
  CHECK_THAT(table, Contains("the newest is 1, stored by thread 1 at ring.hpp:31"));
  CHECK_THAT(table, Contains("step_number_499"));
  CHECK_THAT(table, Contains(" steps"));
  CHECK_THAT(table, Contains("thread 1 waits for bell"));
  CHECK_THAT(table, Contains("expected: this or that"));
}

TEST_CASE("the steps of a table that are not shown are counted") {
  const auto lines = table_of(with(500, 2));
  std::size_t shown = 0, counted = 0;
  for (const std::string& each : lines) {
    if (each.contains("step_number")) ++shown;
    const std::string dots = "… ";
    for (auto at = each.find(dots); at != std::string::npos; at = each.find(dots, at + 1))
      counted += std::stoul(each.substr(at + dots.size()));
  }
  CHECK(shown + counted == 500);
}

TEST_CASE("the first line says which choices the failure needs") {
  explanation of = with(5, 2);
  CHECK(table_of(of).front() == "shortest failure found: 1 switch, 1 older value");
  of.departures.clear();
  CHECK(table_of(of).front() == "shortest failure found: no choice");
  of.is_complete = false;
  CHECK_THAT(table_of(of).front(), StartsWith("shortest failure found in the time"));
}

TEST_CASE("control characters of a library reach no terminal") {
  explanation of = with(1, 1);
  of.steps[0].text = "\x1b[31mred";
  of.threads[0] = "\x1b[2J";
  of.end = {"\x1b]0;title\x07"};
  CHECK(joined(table_of(of)).find('\x1b') == std::string::npos);
}

TEST_CASE("an explanation is the same after it was written and read") {
  explanation of = with(5, 2);
  of.seed = 17;
  of.trials = 143;
  of.milliseconds = 812;
  of.is_complete = false;
  of.steps[1].code = "flag_.store(1);";
  of.steps[1].object = "flag";
  CHECK(explanation_from(to_json(of)) == of);
}

TEST_CASE("an explanation with an unknown kind or mark is rejected") {
  auto object = to_json(with(3, 1));
  object["steps"][0]["kind"] = "dream";
  CHECK_THROWS(explanation_from(object));
  object = to_json(with(3, 1));
  object["steps"][1]["marks"] = {"guess"};
  CHECK_THROWS(explanation_from(object));
}

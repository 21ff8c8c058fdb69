// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <catch2/catch.hpp>
#include <csignal>

using namespace fearless::certifier;
using nlohmann::json;

namespace {

const json loaded{{"event", "loaded"}, {"name", "x"}};
const json passed{{"event", "end"}, {"passed", true}, {"assertions", 3}};
const json not_passed{{"event", "end"}, {"passed", false}, {"assertions", 3}};
const json empty{{"event", "end"}, {"passed", true}, {"assertions", 0}};
const json failed{{"event", "failed"}, {"file", "a.cpp"}, {"line", 7}, {"expression", "x == 1"}, {"seen", "2 == 1"}};
const json report{{"event", "report"}, {"kind", "data race"}};
const json unsupported{{"event", "unsupported"}, {"table", "channels"}};

outcome exited(int code, std::vector<json> events) {
  outcome seen;
  seen.exit_code = code;
  seen.events = std::move(events);
  return seen;
}

outcome killed(int signal, std::vector<json> events) {
  outcome seen;
  seen.signal = signal;
  seen.events = std::move(events);
  return seen;
}

outcome stopped(bool outcome::* why) {
  outcome seen = killed(SIGKILL, {loaded});
  seen.*why = true;
  return seen;
}

verdict judged(const outcome& seen, std::string_view log = "") {
  return judge_case(seen, log).seen;
}

}  // namespace

TEST_CASE("a case passes with its end marker, an assertion, exit 0 and a silent detector") {
  CHECK(judged(exited(0, {loaded, passed})) == verdict::pass);
}

TEST_CASE("a case that lacks any of these does not pass") {
  CHECK(judged(exited(0, {loaded})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, empty})) == verdict::fail);
  CHECK(judged(exited(0, {loaded, not_passed})) == verdict::fail);
  CHECK(judged(exited(1, {loaded, passed})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, report, passed})) == verdict::race);
  CHECK(judged(exited(0, {loaded, passed}), "WARNING: ThreadSanitizer: data race\n") == verdict::race);
}

TEST_CASE("a failed assertion is a failure, whatever the marker says") {
  CHECK(judged(exited(1, {loaded, failed, not_passed})) == verdict::fail);
  CHECK(judged(exited(0, {loaded, failed, passed})) == verdict::fail);
}

TEST_CASE("the detector's exit code is a race, with or without its words") {
  CHECK(judged(exited(66, {loaded})) == verdict::race);
  CHECK(judged(exited(66, {loaded, report})) == verdict::race);
}

TEST_CASE("a signal is a crash, but for those that the limits send") {
  CHECK(judged(killed(SIGSEGV, {loaded})) == verdict::crash);
  CHECK(judged(killed(SIGABRT, {loaded, passed})) == verdict::crash);
  CHECK(judged(killed(SIGKILL, {loaded})) == verdict::crash);
  CHECK(judged(killed(SIGXCPU, {loaded})) == verdict::timeout);
  CHECK(judged(killed(SIGXFSZ, {loaded})) == verdict::exit);
}

TEST_CASE("what the certifier stopped is judged by why it did") {
  CHECK(judged(stopped(&outcome::deadlocked)) == verdict::deadlock);
  CHECK(judged(stopped(&outcome::timed_out)) == verdict::timeout);
  CHECK(judged(stopped(&outcome::output_capped)) == verdict::exit);
}

TEST_CASE("of several findings the worst counts") {
  outcome seen = stopped(&outcome::deadlocked);
  seen.events.push_back(failed);
  CHECK(judged(seen) == verdict::deadlock);
  CHECK(judged(seen, "WARNING: ThreadSanitizer: data race\n") == verdict::race);
  CHECK(judged(killed(SIGSEGV, {loaded, failed, report})) == verdict::crash);
  seen = stopped(&outcome::timed_out);
  seen.events.push_back(failed);
  CHECK(judged(seen) == verdict::fail);
}

TEST_CASE("a case that lacks what it needs says so with its event and its exit code, both") {
  CHECK(judged(exited(3, {loaded, unsupported})) == verdict::unsupported);
  CHECK(judged(exited(3, {loaded})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, unsupported})) == verdict::exit);
  CHECK(judged(exited(3, {loaded, unsupported}), "WARNING: ThreadSanitizer: data race\n") == verdict::race);
}

TEST_CASE("a damaged event stream is no basis for a pass") {
  outcome seen = exited(0, {loaded, passed});
  seen.garbled_events = 1;
  CHECK(judged(seen) == verdict::exit);
  CHECK(judged(exited(0, {loaded, {{"event", "end"}, {"passed", "yes"}, {"assertions", "many"}}})) == verdict::fail);
}

TEST_CASE("details tell file and line, what was seen and what was measured") {
  const auto result = judge_case(
      exited(1, {{{"event", "measured"}, {"name", "speedup"}, {"value", 1.5}, {"unit", "ratio"}}, failed, not_passed}),
      "");
  CHECK(result.details.at(0) == "a.cpp:7: x == 1, seen: 2 == 1");
  CHECK(result.measured["speedup"]["value"] == 1.5);
}

TEST_CASE("output that is no UTF-8 can still be written down") {
  outcome seen = exited(1, {loaded, failed, not_passed});
  seen.output = "\xff\xfe broken\n";
  CHECK_NOTHROW(json(judge_case(seen, "").details).dump());
}

TEST_CASE("a control passes by its line DONE") {
  outcome seen;
  seen.exit_code = 0;
  seen.standard_output = "something\nDONE\n";
  CHECK(judge_control(seen, "").seen == verdict::pass);
  CHECK(judge_control(seen, "WARNING\n").seen == verdict::race);
  seen.standard_output = "DONE not\n";
  CHECK(judge_control(seen, "").seen == verdict::exit);
  seen.exit_code = 66;
  CHECK(judge_control(seen, "").seen == verdict::race);
}

TEST_CASE("a hazard passes by being caught as expected, and is INVALID otherwise") {
  const auto raw = [](verdict seen) { return judgement{.seen = seen, .details = {}, .measured = {}}; };
  CHECK(judge_hazard(raw(verdict::race), verdict::race).seen == verdict::pass);
  CHECK(judge_hazard(raw(verdict::pass), verdict::race).seen == verdict::invalid);
  CHECK(judge_hazard(raw(verdict::crash), verdict::deadlock).seen == verdict::invalid);
  CHECK(judge_hazard(raw(verdict::timeout), verdict::deadlock).seen == verdict::invalid);
  CHECK(judge_hazard(raw(verdict::unsupported), verdict::deadlock).seen == verdict::unsupported);
}

// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <set>

using namespace fearless::certifier;
using nlohmann::json;

namespace {

const json loaded{{"event", "loaded"}, {"name", "x"}};
const json passed{{"event", "end"}, {"passed", true}, {"assertions", {7, 9}}};
const json not_passed{{"event", "end"}, {"passed", false}, {"assertions", {7}}};
const json empty{{"event", "end"}, {"passed", true}, {"assertions", json::array()}};
const json failed{{"event", "failed"}, {"file", "a.cpp"}, {"line", 7}, {"expression", "x == 1"}, {"seen", "2\n==\n1"}};
const json report{{"event", "report"}, {"kind", "data race"}};
const json forbidden = json::parse(
    R"({"event":"explored","strategy":"pct-3","seed":1,"executions":17,"outcomes":{"one":16,"none":1},
        "forbidden":{"outcome":"none","seed":17,"execution":17}})");
const json explored = json::parse(
    R"({"event":"explored","strategy":"noise","seed":1,"executions":300,"detached":0,"outcomes":{"one":300}})");
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

TEST_CASE("a case passes with its end marker, an assertion, exit code 0 and no report") {
  CHECK(judged(exited(0, {loaded, passed})) == verdict::pass);
}

TEST_CASE("a case without any one of these does not pass") {
  CHECK(judged(exited(0, {loaded})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, empty})) == verdict::fail);
  CHECK(judged(exited(0, {loaded, not_passed})) == verdict::fail);
  CHECK(judged(exited(1, {loaded, passed})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, report, passed})) == verdict::race);
  CHECK(judged(exited(0, {loaded, passed}), "WARNING: ThreadSanitizer: data race\n") == verdict::race);
}

TEST_CASE("a failed assertion is a FAIL with any end marker") {
  CHECK(judged(exited(1, {loaded, failed, not_passed})) == verdict::fail);
  CHECK(judged(exited(0, {loaded, failed, passed})) == verdict::fail);
}

TEST_CASE("the detector's exit code is a RACE, with or without a report") {
  CHECK(judged(exited(66, {loaded})) == verdict::race);
  CHECK(judged(exited(66, {loaded, report})) == verdict::race);
}

TEST_CASE("a signal is a CRASH, unless a limit sent it") {
  CHECK(judged(killed(SIGSEGV, {loaded})) == verdict::crash);
  CHECK(judged(killed(SIGABRT, {loaded, passed})) == verdict::crash);
  CHECK(judged(killed(SIGKILL, {loaded})) == verdict::crash);
  CHECK(judged(killed(SIGXCPU, {loaded})) == verdict::timeout);
  CHECK(judged(killed(SIGXFSZ, {loaded})) == verdict::exit);
}

TEST_CASE("a stopped case is judged by the reason for the stop") {
  CHECK(judged(stopped(&outcome::deadlocked)) == verdict::deadlock);
  CHECK(judged(stopped(&outcome::timed_out)) == verdict::timeout);
  CHECK(judged(stopped(&outcome::output_capped)) == verdict::exit);
}

TEST_CASE("the worst finding is the verdict") {
  outcome seen = stopped(&outcome::deadlocked);
  seen.events.push_back(failed);
  CHECK(judged(seen) == verdict::deadlock);
  CHECK(judged(seen, "WARNING: ThreadSanitizer: data race\n") == verdict::race);
  CHECK(judged(killed(SIGSEGV, {loaded, failed, report})) == verdict::crash);
  seen = stopped(&outcome::timed_out);
  seen.events.push_back(failed);
  CHECK(judged(seen) == verdict::fail);
}

TEST_CASE("UNSUPPORTED needs both the event and the exit code") {
  CHECK(judged(exited(3, {loaded, unsupported})) == verdict::unsupported);
  CHECK(judged(exited(3, {loaded})) == verdict::exit);
  CHECK(judged(exited(0, {loaded, unsupported})) == verdict::exit);
  CHECK(judged(exited(3, {loaded, unsupported}), "WARNING: ThreadSanitizer: data race\n") == verdict::race);
}

TEST_CASE("a case lacks only what the tables of the port lack") {
  const auto lacking = [](const json& feature, const std::vector<std::string>& tables, bool asks_detector = false) {
    const json event{{"event", "unsupported"}, {"table", feature}, {"optional", true}};
    return judge_lack(judge_case(exited(3, {loaded, event}), ""), tables, asks_detector);
  };
  CHECK(lacking("channels", {"threads"}).seen == verdict::unsupported);
  CHECK(lacking("channels", {"threads", "channels"}).seen == verdict::exit);
  CHECK(lacking("weak_arcs", {"arcs"}).seen == verdict::unsupported);
  CHECK(lacking("weak_arcs", {"arcs", "weak_arcs"}).seen == verdict::exit);
  CHECK(lacking("lock that the race detector sees", {}, true).seen == verdict::unsupported);
  CHECK(lacking("lock that the race detector sees", {}).seen == verdict::exit);
  CHECK(lacking("another", {}).seen == verdict::exit);
  CHECK(lacking(1, {}).seen == verdict::exit);
}

TEST_CASE("which features are optional is not for the case to say") {
  const auto lacking = [](const char* feature) {
    const json event{{"event", "unsupported"}, {"table", feature}, {"optional", true}};
    return judge_lack(judge_case(exited(3, {loaded, event}), ""), {}, true);
  };
  CHECK_FALSE(lacking("channels").is_optional);
  CHECK(lacking("weak_arcs").is_optional);
  CHECK(lacking("lock that the race detector sees").is_optional);
  CHECK_THAT(lacking("weak_arcs").details.at(0), Catch::EndsWith("(optional feature)"));
}

TEST_CASE("a case with a damaged event stream does not pass") {
  outcome seen = exited(0, {loaded, passed});
  seen.garbled_events = 1;
  CHECK(judged(seen) == verdict::exit);
}

TEST_CASE("a case passes with all of its assertions only") {
  CHECK(judge_case(exited(0, {loaded, passed}), "", {7, 9}).seen == verdict::pass);
  const auto skipped = judge_case(exited(0, {loaded, passed}), "", {7, 8, 9, 10});
  CHECK(skipped.seen == verdict::fail);
  CHECK(skipped.details == std::vector<std::string>{"ended without the assertions in line 8, 10 of its file"});
  // What made it fail is the reason why others are missing.
  CHECK(judge_case(exited(1, {loaded, failed, not_passed}), "", {7, 8}).details.size() == 1);
}

TEST_CASE("a failure of a process that lacked something is no verdict, but a race is") {
  const auto lacking = [](outcome seen, std::string_view log = "") {
    seen.shortage = "this user may have 20 threads";
    return judge_shortage(judge_case(seen, log), seen);
  };
  const auto failing = lacking(exited(1, {loaded, failed, not_passed}));
  CHECK(failing.seen == verdict::not_run);
  CHECK(failing.details.at(0) ==
        "this user may have 20 threads: allow more; this is not a verdict on the implementation");
  CHECK(failing.details.at(1) == "a.cpp:7: x == 1, seen: 2 == 1");
  CHECK(lacking(exited(1, {loaded})).seen == verdict::not_run);
  CHECK(lacking(exited(0, {loaded, passed})).seen == verdict::pass);
  CHECK(lacking(exited(3, {loaded, unsupported})).seen == verdict::unsupported);
  CHECK(lacking(exited(66, {loaded}), "WARNING: ThreadSanitizer: data race\n").seen == verdict::race);
  CHECK(lacking(exited(0, {loaded, {{"event", "changed"}, {"file", "x"}}, passed})).seen == verdict::exit);
  outcome forging = exited(1, {loaded});
  forging.garbled_events = 1;
  CHECK(lacking(forging).seen == verdict::exit);
}

TEST_CASE("a forbidden outcome is a FAIL that names the execution") {
  const auto result =
      judge_case(exited(1, {loaded, explored, forbidden, failed, not_passed}), "", {}, "pct-3:17 17   ");
  CHECK(result.seen == verdict::fail);
  CHECK(result.details.at(0) == "execution 17 of pct-3 (seed 17): forbidden outcome: none");
  CHECK(result.wrong->token() == "pct-3:17");
  CHECK(result.explored.value().size() == 2);
}

TEST_CASE("a crash or deadlock is reported with the execution that was running") {
  const auto crashed = judge_case(killed(SIGSEGV, {loaded, explored}), "", {}, "random:8 7           ");
  CHECK(crashed.seen == verdict::crash);
  CHECK(crashed.details.at(0) == "execution 7 of random (seed 8): killed by SIGSEGV");
  CHECK(crashed.wrong->number == 7);
  outcome hanging = stopped(&outcome::deadlocked);
  hanging.threads = {"thread 1: futex"};
  CHECK_THAT(judge_case(hanging, "", {}, "pct-2:3 3").details.at(0),
             Catch::StartsWith("execution 3 of pct-2 (seed 3): "));
  CHECK_FALSE(judge_case(hanging, "").wrong);
}

TEST_CASE("a failure after or outside of an execution names no execution") {
  CHECK_FALSE(judge_case(exited(0, {loaded, explored, passed}), "", {}, "noise:300 300").wrong);
  CHECK_FALSE(judge_case(exited(1, {loaded, explored, failed, not_passed}), "", {}, "noise:300 300").wrong);
  CHECK_FALSE(judge_case(killed(SIGABRT, {loaded, explored, passed}), "", {}, "noise:300 300").wrong);
}

TEST_CASE("a stress case that did not see a required outcome is NOTRUN") {
  const json unmet{{"event", "unmet"}, {"outcomes", {"both at once", "none"}}};
  const auto result = judge_case(exited(0, {loaded, explored, unmet, passed}), "");
  CHECK(result.seen == verdict::not_run);
  CHECK(result.details.at(0) == "required outcomes were not seen, so this proves nothing: both at once; none");
  CHECK(judged(exited(1, {loaded, explored, unmet, failed, not_passed})) == verdict::fail);
}

TEST_CASE("a stress case that explored no schedule is NOTRUN") {
  const auto unsearched = judge_stress(judge_case(exited(0, {loaded, passed}), ""));
  CHECK(unsearched.seen == verdict::not_run);
  CHECK(unsearched.explored.value().empty());
  CHECK(judge_stress(judge_case(exited(0, {loaded, explored, passed}), "")).seen == verdict::pass);
  CHECK(judge_stress(judge_case(exited(1, {loaded, failed, not_passed}), "")).seen == verdict::fail);
}

TEST_CASE("a stress case reports how much was intercepted") {
  const json control{{"event", "intercepted"}, {"atomics", 120}, {"calls", 14}};
  const auto result = judge_case(exited(0, {loaded, control, explored, passed}), "");
  CHECK(result.seen == verdict::pass);
  CHECK(result.intercepted == interception{.atomics = 120, .calls = 14});
}

TEST_CASE("a case with a malformed event about schedules does not pass") {
  const auto broken = GENERATE(R"({"event":"explored","executions":3,"outcomes":{}})",
                               R"({"event":"explored","strategy":"noise","executions":"many","outcomes":{}})",
                               R"({"event":"explored","strategy":"noise","executions":3,"outcomes":[1]})",
                               R"({"event":"explored","strategy":"noise","executions":3,"outcomes":{},"complete":1})",
                               R"({"event":"intercepted"})", R"({"event":"unmet","outcomes":"none"})");
  CHECK(judged(exited(0, {loaded, json::parse(broken), passed})) == verdict::exit);
}

TEST_CASE("a case whose figures of executions can't be does not pass") {
  const auto said = [](const std::string& figures) {
    return judged(exited(
        0, {loaded, json::parse(R"({"event":"explored","strategy":"noise","seed":1,)" + figures + "}"), passed}));
  };
  CHECK(said(R"("executions":3,"detached":3,"outcomes":{"one":1,"none":2})") == verdict::pass);
  CHECK(said(R"("executions":3,"outcomes":{"one":2})") == verdict::exit);
  CHECK(said(R"("executions":3,"outcomes":{"one":4})") == verdict::exit);
  CHECK(said(R"("executions":-1,"outcomes":{"one":-1})") == verdict::exit);
  CHECK(said(R"("executions":3,"detached":4,"outcomes":{"one":3})") == verdict::exit);
  // In no time at all.
  CHECK(said(R"("executions":54000000000,"outcomes":{"one":54000000000})") == verdict::exit);
}

TEST_CASE("a case that puts something else in the place of a file is EXIT, and never UNSUPPORTED") {
  outcome seen = exited(0, {loaded, passed});
  seen.strange_files = {"report.1"};
  const auto result = judge_case(seen, "");
  CHECK(result.seen == verdict::exit);
  CHECK_THAT(result.details.at(0), Catch::Contains("report.1"));
  seen = exited(3, {loaded, unsupported});
  seen.strange_files = {"report.1"};
  CHECK(judged(seen) == verdict::exit);
  seen.strange_files = {};
  seen.garbled_events = 1;
  CHECK(judged(seen) == verdict::exit);
}

TEST_CASE("a detail has a bounded length") {
  outcome seen = exited(1, {loaded, failed, not_passed});
  seen.output = std::string(1 << 20, 'x');
  CHECK(judge_case(seen, "").details.back().size() < 5000);
}

TEST_CASE("details have file and line, the observed value and measurements") {
  const auto result = judge_case(
      exited(1, {{{"event", "measured"}, {"name", "speedup"}, {"value", 1.5}, {"unit", "ratio"}}, failed, not_passed}),
      "");
  CHECK(result.details.at(0) == "a.cpp:7: x == 1, seen: 2 == 1");
  CHECK(result.measured.at("speedup") == measurement{.value = 1.5, .unit = "ratio"});
}

TEST_CASE("output that is not UTF-8 can be written to results") {
  outcome seen = exited(1, {loaded, failed, not_passed});
  seen.output = "\xff\xfe broken\n";
  CHECK_NOTHROW(json(judge_case(seen, "").details).dump());
}

TEST_CASE("a control passes with its line DONE") {
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

TEST_CASE("a `detected` case passes with the expected verdict, and is INVALID if it passed undetected") {
  const auto raw = [](verdict seen) { return case_result{.seen = seen, .details = {}}; };
  CHECK(judge_detected(raw(verdict::race), verdict::race, {}).seen == verdict::pass);
  CHECK(judge_detected(raw(verdict::pass), verdict::race, {}).seen == verdict::invalid);
  CHECK(judge_detected(raw(verdict::crash), verdict::deadlock, {}).seen == verdict::crash);
  CHECK(judge_detected(raw(verdict::fail), verdict::race, {}).seen == verdict::fail);
  CHECK(judge_detected(raw(verdict::timeout), verdict::deadlock, {}).seen == verdict::timeout);
  CHECK(judge_detected(raw(verdict::unsupported), verdict::deadlock, {}).seen == verdict::unsupported);
}

TEST_CASE("an implementation that prevents the danger with a message is UNSUPPORTED, and no claim requires it") {
  const json danger{{"event", "danger"}, {"thread", 1}};
  const auto ended = [](outcome seen, std::string output) {
    seen.output = std::move(output);
    return judge_detected(judge_case(seen, ""), verdict::deadlock, seen);
  };
  const case_result prevented = ended(killed(SIGABRT, {loaded, danger}), "lock order inversion\n");
  CHECK(prevented.seen == verdict::unsupported);
  CHECK(prevented.is_optional);
  CHECK(prevented.details.back() == "  lock order inversion");
  CHECK(judge_lack(prevented, {"mutexes"}, false).seen == verdict::unsupported);
  CHECK(ended(exited(2, {loaded, danger}), "deadlock!\n").seen == verdict::unsupported);

  CHECK(ended(killed(SIGABRT, {loaded, danger}), "").seen == verdict::crash);
  CHECK(ended(killed(SIGABRT, {loaded}), "assertion failed\n").seen == verdict::crash);
  CHECK(ended(killed(SIGSEGV, {loaded, danger}), "about to crash\n").seen == verdict::crash);
  CHECK(ended(exited(0, {loaded, danger}), "done\n").seen == verdict::exit);
  outcome wrong = exited(1, {loaded, danger, failed, not_passed});
  CHECK(ended(wrong, "went on\n").seen == verdict::fail);
}

TEST_CASE("a deadlock beside threads of a runtime is UNSUPPORTED, and no claim requires it") {
  const auto judged = [](verdict expected, std::set<pid_t> waiting) {
    outcome seen;
    seen.timed_out = true;
    seen.events = {loaded, {{"event", "danger"}, {"thread", 3}}, {{"event", "danger"}, {"thread", 4}}};
    seen.waiting_threads = std::move(waiting);
    return judge_detected(judge_case(seen, ""), expected, seen);
  };
  const case_result beside = judged(verdict::deadlock, {2, 3, 4});
  CHECK(beside.seen == verdict::unsupported);
  CHECK(beside.is_optional);
  CHECK(judge_lack(beside, {"threads"}, false).seen == verdict::unsupported);

  CHECK(judged(verdict::deadlock, {2, 3}).seen == verdict::timeout);
  CHECK(judged(verdict::race, {3, 4}).seen == verdict::timeout);
  outcome silent;
  silent.timed_out = true;
  CHECK(judge_detected(judge_case(silent, ""), verdict::deadlock, silent).seen == verdict::timeout);
}

// SPDX-License-Identifier: MIT
// The test program: runs one case of the suite against one implementation, and reports to the certifier by events.
#include <dlfcn.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <thread>

#include "bindings/loaded_files.hpp"
#include "bindings/port.hpp"
#include "events/channel.hpp"
#include "events/events.hpp"
#include "executing/worker.hpp"
#include "host/case_run.hpp"
#include "host/smoke.hpp"
#include "host/started_code.hpp"
#include "scheduling/interception/interception.hpp"
#include "scheduling/plan_file.hpp"
#include "scheduling/request.hpp"
#include "scheduling/trace.hpp"
#include "system/stacks.hpp"
#include "system/unseen.hpp"
#include "testing/registry.hpp"

namespace host {

namespace {

constexpr int passed = 0, failed = 1, refused = 2;

/// Whether the race detector is linked into this program.
bool has_detector() {
  return dlsym(RTLD_DEFAULT, "__tsan_init") != nullptr;
}

/// The threads that exist now, without this one and the known ones.
std::vector<pid_t> threads_but(const std::vector<pid_t>& known) {
  std::vector<pid_t> found;
  const auto add = [](pid_t thread, void* all) { static_cast<std::vector<pid_t>*>(all)->push_back(thread); };
  unseen::for_each_thread(add, &found);
  std::erase_if(found,
                [&](pid_t thread) { return thread == gettid() || std::ranges::find(known, thread) != known.end(); });
  return found;
}

/// The threads that exist before any of ours: the detector's own.
std::vector<pid_t> threads_of_detector() {
  // The detector starts its own with the first thread of the program.
  std::thread([] {}).join();
  return threads_but({});
}

/// An option of the command line, where its value is put, and its help.
template <class Value>
struct option {
  const char* name;
  Value& value;
  const char* help;
};

// Options are added in a loop, from one place: the detector notes each call stack that allocates memory, and a new one
// costs a page of memory or two.
void add_all(CLI::App& options, std::initializer_list<option<bool>> flags) {
  for (const auto& each : flags) options.add_flag(each.name, each.value, each.help);
}
void add_all(CLI::App& options, std::initializer_list<option<std::string>> texts) {
  for (const auto& each : texts) options.add_option(each.name, each.value, each.help);
}

/// The lines at which a case asserts something.
std::set<unsigned> assertions_of(const testing::test_case& of) {
  std::set<unsigned> lines;
  for (const auto& each : testing::all_assertions())
    if (each.file == of.file) lines.insert(each.line);
  return lines;
}

int list() {
  for (const auto& each : testing::all_cases()) {
    const auto name = testing::stem(each.file);
    const nlohmann::json line = {{"case", name},
                                 {"claim", each.claim},
                                 {"method", name.substr(name.rfind('.') + 1)},
                                 {"expects", each.expects},
                                 {"detector", each.detector},
                                 {"file", each.file},
                                 {"line", each.line},
                                 {"assertions", assertions_of(each)}};
    std::puts(line.dump().c_str());
  }
  return passed;
}

int list_strategies() {
  for (const auto& each : scheduling::strategies()) {
    const nlohmann::json line = {{"strategy", each.name},
                                 {"serialises", each.serialises},
                                 {"exhaustive", each.is_exhaustive},
                                 {"in_portfolio", each.in_portfolio}};
    std::puts(line.dump().c_str());
  }
  return passed;
}

std::string names_of_strategies() {
  std::vector<std::string_view> names;
  for (const auto& each : scheduling::strategies()) names.push_back(each.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

nlohmann::json tables() {
  nlohmann::json there = nlohmann::json::array();
  if (bindings::port().threads != nullptr) there.push_back("threads");
  if (bindings::port().channels != nullptr) there.push_back("channels");
  if (bindings::port().mutexes != nullptr) there.push_back("mutexes");
  if (bindings::port().rcs != nullptr) there.push_back("rcs");
  if (bindings::port().arcs != nullptr) there.push_back("arcs");
  if (bindings::port().weak_arcs != nullptr) there.push_back("weak_arcs");
  return there;
}

/// Puts the strategy, or the execution to be replayed, into the request. Returns an error message if it is not valid.
std::optional<std::string> ask_for(const std::string& strategy, const std::string& replay) {
  auto& asked = scheduling::requested();
  const auto colon = replay.find(':');
  const std::string wanted = replay.empty() ? strategy : replay.substr(0, colon);
  if (wanted.empty() && replay.empty()) return std::nullopt;
  asked.only = scheduling::find_strategy(wanted);
  if (asked.only == nullptr)
    return fmt::format("unknown strategy `{}`: the strategies are {}", wanted, names_of_strategies());
  if (replay.empty()) return std::nullopt;
  asked.is_replay = true;
  const char* const end = replay.data() + replay.size();
  const char* const digits = colon == std::string::npos ? end : replay.data() + colon + 1;
  const auto [rest, error] = std::from_chars(digits, end, asked.first_seed);
  if (error != std::errc() || rest != end || digits == end)
    return "--replay " + replay + ": give a strategy and a seed, as in pct-3:17";
  return std::nullopt;
}

/// Puts the plans into the request, or has the replay recorded. Returns an error message if a file is not valid.
std::optional<std::string> ask_for_files(const std::string& plans, const std::string& departures) {
  auto& asked = scheduling::requested();
  if (!plans.empty()) {
    auto read = scheduling::read_plans(plans);
    if (!read) return plans + ": not a file of plans";
    asked.only = &scheduling::planned(std::move(read->plans), read->models_memory, scheduling::trace::departs);
    return std::nullopt;
  }
  if (departures.empty()) return std::nullopt;
  if (!asked.is_replay || !asked.only->serialises)
    return "--departures needs --replay with a strategy that runs one thread at a time";
  asked.only = scheduling::recorded_to(departures, *asked.only);
  return asked.only == nullptr ? std::optional(departures + ": can't be written") : std::nullopt;
}

int run_case(const std::string& name) {
  const auto wanted = std::ranges::find(testing::all_cases(), name,
                                        [](const testing::test_case& each) { return testing::stem(each.file); });
  if (wanted == testing::all_cases().end()) {
    std::fprintf(stderr, "suite: unknown case `%s`: --list lists the cases\n", name.c_str());
    return refused;
  }
  const bool has_passed = passes(name, wanted->body);
  std::fflush(stdout);
  // A failed case may have left threads running. How they end is not part of the case.
  if (!has_passed) _exit(failed);
  return passed;
}

[[noreturn]] void try_whole_port() {
  const auto broken = try_port();
  bindings::report_loaded_files();
  // What the implementation does while the process ends is not part of this.
  if (!broken) _exit(passed);
  events::emit({{"event", "broken"}, {"function", broken->function}, {"violation", broken->violation}});
  std::fprintf(stderr, "suite: %s: %s\n", broken->function.c_str(), broken->violation.c_str());
  _exit(failed);
}

int run_program(const std::string& name) {
  for (const auto& each : testing::all_programs()) {
    if (each.name == name) return each.main();
  }
  std::fprintf(stderr, "suite: unknown program `%s`\n", name.c_str());
  return refused;
}

int run_scenarios(const scenarios::work& wanted) {
  try {
    constexpr int out_of_memory = 3;
    const auto ended = scenarios::run_batch(wanted);
    bindings::report_loaded_files();
    report_changed_code();
    events::emit({{"event", "executed"}});
    // What the implementation does while the process ends is not part of a scenario, and a violated one may have left
    // threads running, which the detector would report at an exit.
    syscall(SYS_exit_group, ended == scenarios::worked::done       ? passed
                            : ended == scenarios::worked::violated ? failed
                                                                   : out_of_memory);
    return failed;
  } catch (const std::invalid_argument& error) {
    events::emit({{"event", "refused"}, {"why", error.what()}});
    std::fprintf(stderr, "suite: %s\n", error.what());
    return refused;
  }
}

}  // namespace
}  // namespace host

int main(int count, char** arguments) {
  // Without it the kernel makes each of the short delays of noise injection 50 µs longer.
  prctl(PR_SET_TIMERSLACK, 1);
  const auto runtime_threads = host::threads_of_detector();
  CLI::App options(
      "Runs one case of the suite against one implementation. The certifier runs this program for each case.", "suite");
  auto& asked = scheduling::requested();
  scenarios::work scenarios;
  std::string implementation, case_name, program_name, strategy, replay, plans, departures, trace, stacks;
  int events = -1;
  bool list = false, list_strategies = false, probe = false, try_port = false;
  host::add_all(options, {{"--list", list, "list the cases, one line of JSON each"},
                          {"--list-strategies", list_strategies,
                           "list the strategies that choose schedules, one line of JSON each"},
                          {"--probe", probe, "load the implementation and exit"},
                          {"--try-port", try_port, "load the implementation and call each function of its port once"}});
  host::add_all(options, {{"--implementation", implementation, "the implementation's shared library"},
                          {"--case", case_name, "the case to run"},
                          {"--scenarios", scenarios.batch, "the file of the scenarios to execute"},
                          {"--recording", scenarios.recording, "the file to record their executions in"},
                          {"--coverage", scenarios.coverage, "the file to count the implementation's edges in"},
                          {"--program", program_name, "the program of a case to run; cases use it"},
                          {"--strategy", strategy, "search schedules by this strategy only"},
                          {"--replay", replay, "repeat one execution, STRATEGY:SEED"},
                          {"--departures", departures, "file to write to how a replay departs from the plainest one"},
                          {"--plans", plans, "file of the plans to execute instead of a search"},
                          {"--trace", trace, "file to write to what the threads do"},
                          {"--stacks", stacks, "file to write to where the threads are, on SIGWINCH"},
                          {"--execution-file", asked.execution_file,
                           "file to write the running execution's seed and number to"}});
  options.add_option("--events", events, "file descriptor to write events to");
  options.add_option("--from", scenarios.from, "number of the first scenario to execute, from 0");
  options.add_option("--executions", asked.executions, "number of executions by each strategy");
  options.add_option("--seed", asked.first_seed,
                     "seed of the first execution; each further execution has the next number");
  try {
    options.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return options.exit(error) == 0 ? host::passed : host::refused;
  }
  if (list) return host::list();
  if (list_strategies) return host::list_strategies();
  auto wrong = host::ask_for(strategy, replay);
  if (!wrong) wrong = host::ask_for_files(plans, departures);
  if (wrong) {
    std::fprintf(stderr, "suite: %s\n", wrong->c_str());
    return host::refused;
  }

  if (events >= 0 && !events::open_channel(events)) {
    std::fputs("suite: the certifier's secret was read before: this program was started in place of another one\n",
               stderr);
    return host::refused;
  }
  events::emit({{"event", "host"},
                {"detector", host::has_detector() ? nlohmann::json("thread") : nlohmann::json()},
                {"runtime_threads", runtime_threads}});
  host::note_started_code();
  scheduling::note_host(static_cast<unsigned>(runtime_threads.size()));
  if (const auto why = bindings::load(implementation)) {
    events::emit({{"event", "refused"}, {"why", *why}});
    std::fprintf(stderr, "suite: %s: %s\n", implementation.c_str(), why->c_str());
    return host::refused;
  }
  const auto& port = bindings::port();
  events::emit({{"event", "loaded"},
                {"name", port.name},
                {"release", port.release},
                {"version", port.version},
                {"size", port.size},
                {"tables", host::tables()},
                {"runtime_threads", host::threads_but(runtime_threads)}});
  bindings::report_loaded_files();
  if (!stacks.empty()) unseen::write_stacks_on_request(stacks, runtime_threads);
  if (!trace.empty()) {
    if (!scheduling::trace::begin(trace)) {
      std::fprintf(stderr, "suite: %s: the trace can't be written\n", trace.c_str());
      return host::refused;
    }
    bindings::trace_calls();
  }
  if (probe) return host::passed;
  if (try_port) host::try_whole_port();
  if (!scenarios.batch.empty()) return host::run_scenarios(scenarios);
  if (!program_name.empty()) return host::run_program(program_name);
  return host::run_case(case_name);
}

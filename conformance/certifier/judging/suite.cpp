// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "bounded_file.hpp"
#include "containment.hpp"
#include "detector.hpp"
#include "error.hpp"
#include "files.hpp"
#include "library_file.hpp"
#include "system_folder.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds time_to_load{5}, time_to_try{20};

suite_case listed_case(const json& entry) {
  const auto expects = verdict_named(entry.value("expects", "PASS"));
  if (!expects) throw user_error("unknown expected verdict: " + entry.dump());
  const auto how = method_named(entry.at("method").get<std::string>());
  if (!how) throw user_error("unknown method: " + entry.dump());
  return {entry.at("case"), entry.at("claim"), *how, *expects, entry.value("detector", ""), entry.at("assertions")};
}

constexpr const char* execution_file = "execution";
constexpr std::chrono::seconds time_for_plans{10};
constexpr std::uint64_t most_bytes_of_trace = 32 << 20;

/// The first line of the execution file, which names the execution that is running; empty before the first one.
std::string running_execution(outcome& seen) {
  constexpr std::uint64_t most_bytes = 200;
  const auto found = read_left(seen.folder, execution_file, most_bytes);
  if (found && found->is_strange) seen.strange_files.emplace_back(execution_file);
  const auto lines = found ? lines_of(found->text) : std::vector<std::string>();
  return lines.empty() ? "" : lines.front();
}

/// The detector's reports in the folder of a process that has ended.
std::string log_of(outcome& seen) {
  detector_log log = read_detector_log(seen.folder);
  seen.strange_files.insert(seen.strange_files.end(), log.strange.begin(), log.strange.end());
  return std::move(log.text);
}

/// A path in which bytes that are no plain text stand as %XX.
fs::path decoded(std::string_view text) {
  constexpr int hexadecimal = 16;
  constexpr std::size_t size_of_code = 3;
  std::string path;
  for (std::size_t at = 0; at < text.size();) {
    unsigned char byte = 0;
    const bool is_code =
        text[at] == '%' && at + size_of_code <= text.size() &&
        std::from_chars(&text[at + 1], &text[at] + size_of_code, byte, hexadecimal).ptr == &text[at] + size_of_code;
    path += is_code ? static_cast<char>(byte) : text[at];
    at += is_code ? size_of_code : 1;
  }
  return path;
}

/// What the machine did not give the program, as the end of a message; empty if nothing is known.
std::string shortage_of(const outcome& seen) {
  return seen.shortage.empty() ? "" : fmt::format("; {}: allow more", seen.shortage);
}

/// Why a library could not be loaded, in one line.
std::string why_not_loaded(const outcome& seen, const std::string& reproduce) {
  if (seen.garbled_events > 0)
    return fmt::format("writes into the events of the test program, which are malformed now: run {}", reproduce);
  if (const json* refused = find_event(seen, "refused")) return refused->at("why");
  const char* const when = find_event(seen, "loaded") == nullptr ? "while it is loaded" : "when the process ends";
  if (seen.deadlocked) return fmt::format("hangs {}: every thread waits without end; run {}", when, reproduce);
  if (seen.timed_out)
    return fmt::format("hangs {}: it did not return in {} s; run {}", when, time_to_load.count(), reproduce);
  if (seen.output_capped) return fmt::format("prints without end {}: run {}", when, reproduce);
  if (!seen.excess.empty()) return fmt::format("uses more than {} {}: run {}", seen.excess, when, reproduce);
  if (seen.signal)
    return fmt::format("crashes {} ({}){}: run {}", when, ::strsignal(*seen.signal), last_words(seen), reproduce);
  return fmt::format("ends the process {} (exit code {}){}: run {}", when, *seen.exit_code, last_words(seen),
                     reproduce);
}

/// The last function of the port that was called.
std::string function_in(const outcome& seen) {
  std::string function = "a function";
  for (const json& each : seen.events)
    if (each["event"] == "calls") function = each.at("function");
  return function;
}

/// The contract that a port violates, or the function in which it ended the process; nothing if it did neither. Reports
/// of the detector and deadlocks are left to the claims.
std::optional<std::string> port_violation(const outcome& seen) {
  if (const json* broken = find_event(seen, "broken"))
    return fmt::format("{}: {}", broken->at("function").get<std::string>(), broken->at("violation").get<std::string>());
  if (seen.garbled_events > 0)
    return fmt::format("{}: it writes into the events of the test program, which are malformed now", function_in(seen));
  const bool is_of_detector = seen.exit_code == detector_exit_code || find_event(seen, "report") != nullptr;
  if (seen.exit_code == 0 || is_of_detector || seen.deadlocked || seen.timed_out) return std::nullopt;
  const std::string function = function_in(seen);
  if (seen.output_capped) return fmt::format("{}: it prints without end", function);
  if (!seen.excess.empty()) return fmt::format("{}: it uses more than {}", function, seen.excess);
  if (seen.signal) return fmt::format("{}: it crashes ({}){}", function, ::strsignal(*seen.signal), last_words(seen));
  return fmt::format("{}: it ends the process (exit code {}){}", function, *seen.exit_code, last_words(seen));
}

}  // namespace

suite::suite(const paths& places, build_kind build)
    : source_(places.source), build_(build), program_(places.build / "suite" / name(build) / "suite") {
  std::error_code absent;
  if (!fs::exists(program_, absent))
    throw user_error(fmt::format("{}: the test program is missing: build it with cmake --build {}", program_.string(),
                                 places.build.string()));
  for (const json& each : listed("--list")) try {
      cases_.push_back(listed_case(each));
    } catch (const std::exception& error) {
      throw malformed("--list", error.what());
    }
}

std::vector<strategy_info> suite::strategies() const {
  std::vector<strategy_info> found;
  for (const json& each : listed("--list-strategies")) try {
      found.push_back({.name = each.at("strategy"),
                       .serialises = each.at("serialises"),
                       .is_exhaustive = each.at("exhaustive"),
                       .in_portfolio = each.at("in_portfolio")});
    } catch (const json::exception& error) {
      throw malformed("--list-strategies", error.what());
    }
  return found;
}

bool suite::serialises(const std::string& strategy) const {
  const auto all = strategies();
  const auto found = std::ranges::find(all, strategy, &strategy_info::name);
  return found != all.end() && found->serialises;
}

/// The JSON lines that the test program prints for an option.
std::vector<json> suite::listed(const char* option) const {
  const scratch_folder scratch;
  const outcome list = certifier::run(start({option}, scratch.path()));
  if (list.exit_code != 0)
    throw user_error(fmt::format("{} {}: can't be started on this machine{}{}", program_.string(), option,
                                 last_words(list), shortage_of(list)));
  std::vector<json> lines;
  for (const auto& line : lines_of(list.standard_output)) {
    lines.push_back(json::parse(line, nullptr, false));
    if (!lines.back().is_object()) throw malformed(option, "not a JSON object: " + line);
  }
  return lines;
}

user_error suite::malformed(const char* option, const std::string& why) const {
  return user_error(fmt::format("{} {}: malformed list ({}): build it again", program_.string(), option, why));
}

const suite_case* suite::find(const std::string& wanted) const {
  const auto found = std::ranges::find(cases_, wanted, &suite_case::name);
  return found == cases_.end() ? nullptr : &*found;
}

command suite::start(std::vector<std::string> arguments, const fs::path& scratch) const {
  arguments.insert(arguments.begin(), program_.string());
  command program{.arguments = std::move(arguments),
                  .environment = detector_environment(source_, scratch, report_names::wanted),
                  .directory = scratch,
                  .bounds = {},
                  .with_events = true,
                  .watch_for_deadlock = true,
                  .hosts_detector = build_ == build_kind::instrumented};
  // The only folder that it may write to.
  program.environment["TMPDIR"] = scratch;
  if (containment_here().is_possible) program.box = box{.folder = scratch, .files = {}};
  return program;
}

void suite::note_housekeeping(const fs::path& library) const {
  const std::scoped_lock lock(guard_);
  with_housekeeping_.insert(library);
}

/// Runs a program that loads the library, and notes what else it loads.
outcome suite::run_with(const fs::path& library, command program) const {
  {
    const std::scoped_lock lock(guard_);
    program.has_housekeeping = with_housekeeping_.contains(library);
  }
  outcome seen = certifier::run(program);
  const std::scoped_lock lock(guard_);
  for (const json& each : seen.events)
    if (each["event"] == "mapped")
      for (const json& file : each["files"]) {
        const fs::path path = decoded(file.get_ref<const std::string&>());
        auto& of_system = loaded_of_system_[library];
        if (!is_of_system(path))
          loaded_[library].insert(path);
        else if (std::ranges::find(of_system, path) == of_system.end())
          of_system.push_back(path);
      }
  return seen;
}

std::set<fs::path> suite::loaded_by(const fs::path& library) const {
  const std::scoped_lock lock(guard_);
  const auto found = loaded_.find(library);
  std::set<fs::path> others = found == loaded_.end() ? std::set<fs::path>() : found->second;
  others.erase(fs::weakly_canonical(library));
  return others;
}

std::vector<std::string> suite::unseen_of_system(const fs::path& library) const {
  const std::scoped_lock lock(guard_);
  std::vector<std::string> names;
  for (const fs::path& each : loaded_of_system_[library])
    if (!is_instrumented(elf_library(each).symbols())) names.push_back(each.filename().string());
  return names;
}

probe_result suite::probe(const fs::path& library) const {
  const scratch_folder scratch;
  command loading = start({"--implementation", library.string(), "--probe", "--events", "{events}"}, scratch.path());
  loading.bounds.wall = time_to_load;
  const outcome seen = run_with(library, loading);
  const json* loaded = find_event(seen, "loaded");
  if (loaded == nullptr || seen.exit_code != 0 || seen.garbled_events > 0) {
    const auto reproduce =
        fmt::format("{} --implementation {} --probe --events 1", program_.string(), library.string());
    throw user_error(fmt::format("{}: {}{}", library.string(), why_not_loaded(seen, reproduce), shortage_of(seen)));
  }
  // Otherwise it would not be known what was loaded.
  if (find_event(seen, "mapped") == nullptr)
    throw user_error(fmt::format("{}: the test program does not say what it loads: build it again", program_.string()));
  return {loaded->at("name"), loaded->at("release"), loaded->value("tables", std::vector<std::string>())};
}

void suite::require_whole_port(const fs::path& library) const {
  const scratch_folder scratch;
  command trying = start({"--implementation", library.string(), "--try-port", "--events", "{events}"}, scratch.path());
  trying.bounds.wall = time_to_try;
  const outcome seen = run_with(library, trying);
  const auto see =
      fmt::format("fix it, and see {} --implementation {} --try-port", program_.string(), library.string());
  if (const auto violation = port_violation(seen))
    throw user_error(
        seen.shortage.empty()
            ? fmt::format("{}: its port is broken: {}; {}", library.string(), *violation, see)
            : fmt::format("{}: it can't be judged: {}{}", library.string(), *violation, shortage_of(seen)));
  // A deadlock would be a verdict. A slow function would only make each case time out.
  if (seen.timed_out)
    throw user_error(fmt::format("{}: it can't be judged: {} did not return in {} s in its simplest use; {}",
                                 library.string(), function_in(seen), time_to_try.count(), see));
}

case_run suite::run(const suite_case& which, const fs::path& library, std::chrono::milliseconds time_limit,
                    const search_options& search) const {
  const scratch_folder scratch;
  command program = start_case(which, library, scratch.path());
  program.bounds.wall = time_limit;
  if (which.method == method::stress) {
    const auto how = search.arguments();
    program.arguments.insert(program.arguments.end(), how.begin(), how.end());
    program.bounds.wall += search.more_time();
    program.bounds.processor += search.more_time();
  }
  outcome seen = run_with(library, program);
  case_run done{.result = judged(which, seen),
                .loaded = find_event(seen, "loaded") != nullptr,
                .elapsed = seen.elapsed,
                .output = {},
                .stacks = {}};
  done.output = std::move(seen.output);
  done.stacks = std::move(seen.stacks);
  return done;
}

command suite::start_case(const suite_case& which, const fs::path& library, const fs::path& scratch) const {
  command program =
      start({"--implementation", library.string(), "--case", which.name, "--events", "{events}"}, scratch);
  if (!which.detector.empty()) program.environment["TSAN_OPTIONS"] += ":" + which.detector;
  program.stacks_file = "stacks";
  program.arguments.insert(program.arguments.end(), {"--stacks", (scratch / program.stacks_file).string()});
  if (which.method == method::stress)
    program.arguments.insert(program.arguments.end(), {"--execution-file", (scratch / execution_file).string()});
  return program;
}

case_result suite::judged(const suite_case& which, outcome& seen) const {
  const std::string running = running_execution(seen);
  case_result result = judge_case(seen, log_of(seen), which.assertions, running);
  if (which.method == method::stress) result = judge_stress(std::move(result));
  if (which.method == method::detected) result = judge_detected(std::move(result), which.expects, seen);
  return judge_shortage(std::move(result), seen);
}

std::string suite::departures_of(const suite_case& which, const fs::path& library, const std::string& replay) const {
  constexpr const char* file = "departures";
  const scratch_folder scratch;
  command program = start_case(which, library, scratch.path());
  for (const std::string& each :
       {std::string("--replay"), replay, std::string("--departures"), (scratch.path() / file).string()})
    program.arguments.push_back(each);
  const outcome seen = run_with(library, program);
  const auto found = read_left(seen.folder, file, most_bytes_of_trace);
  return found && !found->is_strange ? found->text : "";
}

executed_plans suite::run_plans(const suite_case& which, const fs::path& library, const std::string& plans,
                                with_trace traced) const {
  constexpr const char* trace_file = "trace";
  // Not in the folder that the program may write to: a box has an empty one there.
  const scratch_folder scratch, given;
  write_text(given.path() / "plans", plans);
  command program = start_case(which, library, scratch.path());
  program.bounds.wall = time_for_plans;
  program.arguments.insert(program.arguments.end(), {"--plans", (given.path() / "plans").string()});
  if (traced == with_trace::yes)
    program.arguments.insert(program.arguments.end(), {"--trace", (scratch.path() / trace_file).string()});
  outcome seen = run_with(library, program);
  executed_plans done{.result = judged(which, seen), .allowed = {}, .trace = {}};
  if (const json* declared = find_event(seen, "declared")) done.allowed = declared->at("outcomes");
  if (traced == with_trace::yes)
    if (const auto found = read_left(seen.folder, trace_file, most_bytes_of_trace); found && !found->is_strange)
      done.trace = found->text;
  return done;
}

outcome suite::execute(const fs::path& library, const scenario_files& files) const {
  const scratch_folder scratch;
  command program = start({"--implementation", library.string(), "--scenarios", files.batch.string(), "--recording",
                           files.recording.string(), "--from", std::to_string(files.from), "--events", "{events}"},
                          scratch.path());
  if (!files.coverage.empty())
    program.arguments.insert(program.arguments.end(), {"--coverage", files.coverage.string()});
  for (auto& [name, value] : detector_environment(source_, scratch.path(), report_names::unwanted))
    program.environment[name] = std::move(value);
  if (program.box) {
    program.box->files = {files.recording};
    if (!files.coverage.empty()) program.box->files.push_back(files.coverage);
  }
  // The usual limits: a batch that needs more goes on in another process.
  return run_with(library, program);
}

std::vector<build_kind> builds_of(method how, verdict expects) {
  if (how == method::cost) return {build_kind::plain};
  if (how == method::detected && expects == verdict::race) return {build_kind::instrumented};
  return {build_kind::plain, build_kind::instrumented};
}

}  // namespace fearless::certifier

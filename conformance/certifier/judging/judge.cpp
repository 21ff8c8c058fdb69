// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <iterator>

#include "detector.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "valid_utf8.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

// What an implementation may lack: a table of the port, or locks that the race detector knows. No claim requires the
// last two.
constexpr std::array<std::string_view, 5> required_tables{"threads", "channels", "mutexes", "rcs", "arcs"};
constexpr std::string_view optional_table = "weak_arcs", known_locks = "lock that the race detector sees";

constexpr std::size_t most_report_lines = 40;
constexpr std::size_t most_output_lines = 20;
constexpr std::size_t most_detail_bytes = 4096;

/// The end marker of a case.
struct end_marker {
  bool seen = false, passed = false;
  std::set<std::size_t> assertions{};  // the lines that the case came to
};

/// Collects findings. The worst one is the verdict.
class findings {
 public:
  void add(verdict found, std::string detail) {
    result_.seen = std::min(result_.seen, found);
    result_.details.push_back(std::move(detail));
  }
  void note(std::string detail) { result_.details.push_back(std::move(detail)); }
  [[nodiscard]] verdict worst() const { return result_.seen; }
  case_result take() {
    for (auto& detail : result_.details) {
      if (detail.size() > most_detail_bytes) detail = detail.substr(0, most_detail_bytes) + "…";
      detail = valid_utf8(detail);
    }
    return std::move(result_);
  }

 private:
  case_result result_;
};

std::string signal_name(int signal) {
  const char* short_name = ::sigabbrev_np(signal);
  return short_name != nullptr ? fmt::format("SIG{}", short_name) : fmt::format("signal {}", signal);
}

bool stopped_by_certifier(const outcome& seen) {
  return seen.timed_out || seen.deadlocked || seen.output_capped || !seen.excess.empty();
}

std::string text_of(const json& event, const char* field) {
  if (!event.contains(field)) return "";
  return event[field].is_string() ? event[field].get<std::string>() : event[field].dump();
}

bool is_change_of_code(const json& event) {
  return event["event"] == "changed";
}

void look_at_search(const exploration& search, findings& found) {
  if (search.forbidden) found.add(verdict::fail, "forbidden outcome: " + search.outcome);
  if (!search.unmet.empty())
    found.add(verdict::not_run, fmt::format("required outcomes were not seen, so this proves nothing: {}",
                                            fmt::join(search.unmet, "; ")));
  if (search.garbled) found.add(verdict::exit, "its events about the explored schedules are malformed, or can't be");
}

void look_at_failures(const outcome& seen, findings& found) {
  for (const auto& event : seen.events) {
    if (event["event"] == "refused") found.note("the test program rejects the library: " + text_of(event, "why"));
    if (event["event"] != "failed") continue;
    std::string line =
        fmt::format("{}:{}: {}", text_of(event, "file"), text_of(event, "line"), text_of(event, "expression"));
    if (const auto value = text_of(event, "seen"); !value.empty()) line += ", seen: " + value;
    if (const auto message = text_of(event, "message"); !message.empty()) line += " (" + message + ")";
    std::ranges::replace(line, '\n', ' ');
    found.add(verdict::fail, line);
  }
}

/// The detector reports by an event, by its exit code or by its log. Any of them counts.
void look_at_detector(const outcome& seen, std::string_view log, findings& found) {
  for (const auto& event : seen.events)
    if (event["event"] == "report") found.add(verdict::race, "the race detector reports: " + text_of(event, "kind"));
  const auto lines = lines_of(log);
  if (seen.exit_code == detector_exit_code && found.worst() > verdict::race && lines.empty())
    found.add(verdict::race, fmt::format("the race detector stopped the program (exit code {})", detector_exit_code));
  if (lines.empty()) return;
  const auto summary = std::ranges::find_if(lines, [](const auto& line) { return line.starts_with("SUMMARY:"); });
  found.add(verdict::race, summary != lines.end() ? *summary : lines.front());
  std::size_t shown = 0;
  for (const auto& line : lines)
    if (!line.empty() && !line.starts_with("====") && !line.starts_with("SUMMARY:") && shown++ < most_report_lines)
      found.note("  " + line);
}

void look_at_stop(const outcome& seen, findings& found) {
  if (seen.deadlocked) found.add(verdict::deadlock, "deadlock: every thread waits, and none can wake another:");
  if (seen.timed_out)
    found.add(verdict::timeout, fmt::format("did not end within {} ms; this is not a verdict on the implementation",
                                            seen.elapsed.count()));
  for (const auto& thread : seen.threads) found.note("  " + thread);
  if (seen.output_capped) found.add(verdict::exit, "stopped because it printed too much");
  if (!seen.excess.empty()) found.add(verdict::exit, "stopped because it used more than " + seen.excess);
}

void look_at_ending(const outcome& seen, const end_marker& end, findings& found) {
  if (stopped_by_certifier(seen)) return;
  if (seen.signal == SIGXCPU)
    found.add(verdict::timeout, "used up its processor time; this is not a verdict on the implementation");
  else if (seen.signal == SIGXFSZ)
    found.add(verdict::exit, "stopped because it wrote too large a file");
  else if (seen.signal)
    found.add(verdict::crash, fmt::format("killed by {}", signal_name(*seen.signal)));
  else if (!end.seen && found.worst() > verdict::race)
    found.add(verdict::exit, fmt::format("exited with code {} before the end of the case", *seen.exit_code));
  else if (end.seen && end.passed && seen.exit_code != 0 && found.worst() == verdict::pass)
    found.add(verdict::exit, fmt::format("passed, but then exited with code {}", *seen.exit_code));
  if (end.seen && !end.passed && found.worst() > verdict::fail) found.add(verdict::fail, "the case reported a failure");
  if (end.seen && end.passed && end.assertions.empty()) found.add(verdict::fail, "made no assertion");
  if (seen.garbled_events > 0)
    found.add(verdict::exit,
              fmt::format("{} lines among the events that are not the test program's", seen.garbled_events));
  for (const auto& event : seen.events)
    if (is_change_of_code(event))
      found.add(verdict::exit, fmt::format("the code of {} was changed in memory", text_of(event, "file")));
  if (!seen.strange_files.empty())
    found.add(verdict::exit, fmt::format("made {} in its folder a link, a folder or something else that is not read",
                                         fmt::join(seen.strange_files, ", ")));
}

/// A library may make a case return before its end, or not call what asserts something.
void look_at_assertions(const end_marker& end, const std::set<std::size_t>& expected, findings& found) {
  std::vector<std::size_t> missing;
  std::ranges::set_difference(expected, end.assertions, std::back_inserter(missing));
  if (end.passed && !end.assertions.empty() && !missing.empty() && found.worst() == verdict::pass)
    found.add(verdict::fail,
              fmt::format("ended without the assertions in line {} of its file", fmt::join(missing, ", ")));
}

/// The last lines of the output help to find the reason.
void quote_output(const outcome& seen, findings& found) {
  const auto lines = lines_of(seen.output);
  if (found.worst() == verdict::pass || lines.empty()) return;
  found.note(lines.size() > most_output_lines
                 ? fmt::format("the last {} of {} lines of its output:", most_output_lines, lines.size())
                 : std::string("its output:"));
  for (std::size_t i = lines.size() - std::min(lines.size(), most_output_lines); i < lines.size(); ++i)
    found.note("  " + lines[i]);
}

case_result judge(const outcome& seen, std::string_view detector_log, const end_marker& end, const exploration& search,
                  const std::set<std::size_t>& assertions) {
  findings found;
  look_at_search(search, found);
  look_at_failures(seen, found);
  look_at_detector(seen, detector_log, found);
  look_at_stop(seen, found);
  look_at_ending(seen, end, found);
  look_at_assertions(end, assertions, found);
  quote_output(seen, found);
  return found.take();
}

/// A case ends where the implementation lacks a feature, with an event that names it.
bool is_unsupported(const outcome& seen) {
  return seen.exit_code == 3 && seen.garbled_events == 0 && seen.strange_files.empty() &&
         find_event(seen, "unsupported") != nullptr;
}

/// Whether the implementation ended the process on purpose, with a message, at the point where the case says that the
/// next operation is what the detector must report.
bool is_prevention(const outcome& seen) {
  const bool on_purpose = seen.signal == SIGABRT || (seen.exit_code && *seen.exit_code != 0);
  return on_purpose && !stopped_by_certifier(seen) && !seen.output.empty() && find_event(seen, "danger") != nullptr;
}

/// Whether the threads that do their part of a deadlock wait without a time limit, as the case says which they are. The
/// process has others, or else it would have been recognised.
bool wait_beside_others(const outcome& seen) {
  std::set<pid_t> in_danger;
  for (const auto& event : seen.events)
    if (event["event"] == "danger") in_danger.insert(event["thread"].get<pid_t>());
  return seen.timed_out && !in_danger.empty() && std::ranges::includes(seen.waiting_threads, in_danger);
}

/// An optional UNSUPPORTED for this reason, before all others.
case_result excused(case_result raw, const char* why) {
  raw.seen = verdict::unsupported;
  raw.is_optional = true;
  raw.details.insert(raw.details.begin(), why);
  return raw;
}

end_marker end_of(const json& event) {
  return {.seen = true,
          .passed = event["passed"].get<bool>(),
          .assertions = event["assertions"].get<std::set<std::size_t>>()};
}

/// Adds the explored schedules and the execution that failed: the one with the forbidden outcome, or the one that was
/// running when the case stopped.
void add_search(case_result& result, exploration search, bool ended, const std::string& running) {
  result.explored = std::move(search.explored);
  result.intercepted = search.intercepted;
  const bool failed = result.seen >= verdict::crash && result.seen <= verdict::timeout;
  if (search.forbidden)
    result.wrong = std::move(search.forbidden);
  else if (failed && !ended)
    result.wrong = execution_in(running);
  if (result.wrong) result.details.front().insert(0, result.wrong->words() + ": ");
}

}  // namespace

case_result judge_case(const outcome& seen, std::string_view detector_log, const std::set<std::size_t>& assertions,
                       const std::string& running) {
  if (is_unsupported(seen) && detector_log.empty()) {
    findings found;
    std::vector<std::string> lacks;
    for (const auto& event : seen.events) {
      if (event["event"] != "unsupported") continue;
      lacks.push_back(text_of(event, "table"));
      found.add(verdict::unsupported, fmt::format("the implementation has no {}", lacks.back()));
    }
    case_result result = found.take();
    result.lacks = std::move(lacks);
    return result;
  }
  end_marker end;
  for (const auto& event : seen.events)
    if (event["event"] == "end") end = end_of(event);
  exploration search = exploration_of(seen.events, seen.elapsed);
  case_result result = judge(seen, detector_log, end, search, assertions);
  result.measured = measurements_of(seen.events);
  add_search(result, std::move(search), end.seen, running);
  return result;
}

case_result judge_lack(case_result raw, const std::vector<std::string>& tables, bool asks_detector) {
  if (raw.seen != verdict::unsupported) return raw;
  raw.is_optional = true;
  for (const std::string& each : raw.lacks) {
    const bool has_table = std::ranges::find(tables, each) != tables.end();
    const bool is_required = std::ranges::find(required_tables, each) != required_tables.end();
    const bool is_optional = each == optional_table || (each == known_locks && asks_detector);
    if (has_table || (!is_required && !is_optional)) {
      raw.seen = verdict::exit;
      raw.is_optional = false;
      raw.details = {fmt::format("it ended with `the implementation has no {}`, which its port contradicts", each)};
      return raw;
    }
    raw.is_optional = raw.is_optional && is_optional;
  }
  if (raw.is_optional) raw.details.front() += " (optional feature)";
  return raw;
}

case_result judge_control(const outcome& seen, std::string_view detector_log) {
  const auto lines = lines_of(seen.standard_output);
  const bool done = std::ranges::find(lines, "DONE") != lines.end();
  case_result judged = judge(seen, detector_log, {.seen = done, .passed = done, .assertions = {1}}, {}, {});
  if (!seen.shortage.empty()) judged.details.insert(judged.details.begin(), seen.shortage + ": allow more");
  return judged;
}

case_result judge_stress(case_result raw) {
  if (raw.seen != verdict::pass || raw.explored) return raw;
  raw.seen = verdict::not_run;
  raw.explored.emplace();
  raw.details = {"no schedule was explored, which a stress case must do"};
  return raw;
}

case_result judge_detected(case_result raw, verdict expected, const outcome& seen) {
  if (raw.seen == expected) {
    raw.seen = verdict::pass;
    return raw;
  }
  if ((raw.seen == verdict::crash || raw.seen == verdict::exit) && is_prevention(seen))
    return excused(std::move(raw), "the implementation prevents what the detector would report");
  if (raw.seen == verdict::timeout && expected == verdict::deadlock && wait_beside_others(seen))
    return excused(
        std::move(raw),
        "the threads of the case wait without a time limit, but others of the process do not: whether one of "
        "them would wake these can't be told");
  if (raw.seen == verdict::unsupported || raw.seen == verdict::not_run) return raw;
  if (raw.seen == verdict::pass) {
    raw.details = {
        fmt::format("the known-bad program was not detected: expected {}, got {}", name(expected), name(raw.seen))};
    raw.seen = verdict::invalid;
  } else {
    // An earlier failure is not the detector's.
    raw.details.insert(raw.details.begin(), fmt::format("expected {}, but failed before:", name(expected)));
  }
  return raw;
}

case_result judge_shortage(case_result raw, const outcome& seen) {
  const bool is_forged =
      seen.garbled_events > 0 || !seen.strange_files.empty() || std::ranges::any_of(seen.events, is_change_of_code);
  if (seen.shortage.empty() || is_forged || !is_failure(raw.seen) || raw.seen == verdict::race) return raw;
  raw.seen = verdict::not_run;
  raw.details.insert(raw.details.begin(), seen.shortage + ": allow more; this is not a verdict on the implementation");
  return raw;
}

}  // namespace fearless::certifier

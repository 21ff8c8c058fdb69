// SPDX-License-Identifier: MIT
#include "controls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "detector.hpp"
#include "error.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "judge.hpp"
#include "parallel.hpp"
#include "process.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Far more than a control needs. Deadlocks are detected without it.
constexpr std::chrono::seconds control_time_limit{20};

std::vector<build_kind> builds_in(const fs::path& source, const std::string& text) {
  const auto field = find_header_field(text, "Builds");
  std::istringstream words(field ? field->value : "plain instrumented");
  std::vector<build_kind> builds;
  for (std::string word; words >> word;) {
    const auto build = build_named(word);
    if (!build || *build == build_kind::compile_time)
      throw user_error(fmt::format("{}:{}: unknown build {}: write plain, instrumented or both", source.string(),
                                   field ? field->line : 1, word));
    builds.push_back(*build);
  }
  return builds;
}

verdict expected_of(const fs::path& source, const std::string& text) {
  if (source.stem().extension() == ".clean") return verdict::pass;
  const auto field = find_header_field(text, "Verdict");
  const auto named = field ? verdict_named(field->value) : std::nullopt;
  if (!named)
    throw user_error(
        fmt::format("{}: the line `// Verdict: RACE`, or another verdict, is missing: add it", source.string()));
  return *named;
}

case_result judged(const paths& places, const control& which) {
  const scratch_folder scratch;
  auto environment = detector_environment(places.source, scratch.path(), report_names::unwanted);
  if (!which.options.empty()) environment["TSAN_OPTIONS"] += ":" + which.options;
  const outcome seen = run({.arguments = {which.program.string()},
                            .environment = std::move(environment),
                            .directory = scratch.path(),
                            .bounds = {.wall = control_time_limit},
                            .watch_for_deadlock = true,
                            .hosts_detector = which.build == build_kind::instrumented});
  return judge_control(seen, read_detector_log(scratch.path()).text);
}

/// Empty if the control has its known verdict.
std::string why_missed(const paths& places, const control& which) {
  const std::string who = fmt::format("{} ({})", which.name, name(which.build));
  std::error_code absent;
  if (!fs::exists(which.program, absent)) return fmt::format("{}: {} has not been built", who, which.program.string());
  const case_result seen = judged(places, which);
  if (seen.seen == which.expected) return {};
  return fmt::format("{}: expected {}, got {}{}", who, name(which.expected), name(seen.seen),
                     seen.details.empty() ? "" : ": " + seen.details.front());
}

}  // namespace

std::vector<control> find_controls(const paths& places) {
  std::vector<control> controls;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(places.source / "tsan" / "controls", absent)) {
    const fs::path& source = entry.path();
    const std::string stem = source.stem();
    if (source.extension() != ".cpp" || !(stem.ends_with(".caught") || stem.ends_with(".clean"))) continue;
    const std::string text = read_text(source);
    const auto options = find_header_field(text, "Options");
    for (const auto build : builds_in(source, text))
      controls.push_back({stem, build, expected_of(source, text), places.build / "controls" / name(build) / stem,
                          options ? options->value : ""});
  }
  std::ranges::sort(controls, {}, [](const control& each) { return std::pair(each.name, each.build); });
  return controls;
}

controls_report run_controls(const paths& places, unsigned jobs) {
  const auto controls = find_controls(places);
  std::vector<std::string> misses(controls.size());
  run_all(controls.size(), jobs, [&](std::size_t i) { misses[i] = why_missed(places, controls[i]); });
  controls_report report;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const bool is_bad = controls[i].expected != verdict::pass;
    ++(is_bad ? report.of : report.clean_of);
    if (misses[i].empty())
      ++(is_bad ? report.caught : report.clean);
    else
      report.missed.push_back(misses[i]);
  }
  if (report.of == 0)
    report.missed.push_back(fmt::format("there are no controls in {}", (places.source / "tsan/controls").string()));
  return report;
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "audit_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "audit.hpp"
#include "certify_session.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "printable.hpp"
#include "strict_json.hpp"
#include "summary.hpp"
#include "terminal.hpp"
#include "verification.hpp"

namespace fearless::certifier {

namespace {

/// The seeds of executions count on from here, and must not pass the largest number.
constexpr std::uint64_t seeds = 1'000'000'000'000;

/// What was judged must be what is here. Another build of the same sources is another file.
void require_judged(const judged_implementation& certified, const judged_implementation& here) {
  const auto require = [&](const std::string& part, const std::string& expected, const std::string& found) {
    if (expected != found)
      throw user_error(
          fmt::format("{}: its {} is not the one of the certificate (SHA-256 {}, not {}): audit the files "
                      "that were judged, or judge these with `fearless certify`",
                      here.name, part, found.empty() ? "none" : found, expected.empty() ? "none" : expected));
  };
  const auto library = [](const judged_implementation& of, build_kind build) {
    const auto found = of.libraries.find(build);
    return found == of.libraries.end() ? std::string() : found->second;
  };
  const auto bindings = [](const judged_implementation& of) {
    return of.native_bindings ? of.native_bindings->sha256 : std::string();
  };
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    require(fmt::format("{} library", name(build)), library(certified, build), library(here, build));
  require("file of native bindings", bindings(certified), bindings(here));
}

/// What the drawn rows loaded and read must have been judged as well.
void require_parts_judged(const judged_implementation& certified, const judged_implementation& here) {
  const auto require = [&](const char* verb, const std::vector<judged_part>& expected,
                           const std::vector<judged_part>& found) {
    for (const judged_part& each : found)
      if (std::ranges::find(expected, each) == expected.end())
        throw user_error(
            fmt::format("{}: it {} {} with the SHA-256 {}, which the certificate does not name: audit the "
                        "files that were judged, or judge these with `fearless certify`",
                        here.name, verb, shown(each.name), each.sha256));
  };
  const auto loads = [](const judged_implementation& of, build_kind build) {
    const auto found = of.loads.find(build);
    return found == of.loads.end() ? std::vector<judged_part>() : found->second;
  };
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    require("loads", loads(certified, build), loads(here, build));
  if (certified.native_bindings && here.native_bindings)
    require("reads", certified.native_bindings->reads, here.native_bindings->reads);
}

/// Prints what the second run says of a row that it does not confirm.
void print_difference(const row& stated, const row& seen, agreement found, terminal& screen) {
  const char* const kind = found == agreement::refuted ? "refuted" : "open";
  screen.print(fmt::format("{:<12}{} ({}): the certificate says {}, this run {}", kind, seen.case_name,
                           name(seen.build), name(stated.verdict), name(seen.verdict)));
  if (!seen.details.empty()) screen.print(fmt::format("            {}", shown(seen.details.front())));
  screen.print(fmt::format("            again: {}", seen.reproduce));
}

/// The rows that were drawn, as this run judges them.
struct audited_rows {
  std::uint64_t seed = 0;
  std::vector<row> drawn;  ///< as the certificate states them
  results seen;            ///< without those that this suite does not have
};

audited_rows run_again(const paths& places, const audit_options& options, const results& stated) {
  implementation under_test = load_implementation(places.build, options.implementation);
  // It was set aside: the audit looks at the library that the certificate names.
  if (under_test.plain && !stated.header.implementation.libraries.contains(build_kind::instrumented))
    under_test.instrumented.reset();
  require_judged(stated.header.implementation,
                 described(under_test, {.release = {}, .files = std::make_shared<judged_files>()}));

  const std::uint64_t seed = options.seed.value_or(std::random_device()() % seeds);
  certify_options how;
  how.implementation = options.implementation;
  how.jobs = options.jobs;
  how.fresh = true;
  how.search.seed = seed + 1;
  const certify_session session(places, how);
  planned_run run = plan_run(session, std::move(under_test), {});
  std::vector<row> drawn = drawn_rows(stated.rows, options.rows, seed);
  run.rows = planned_for(drawn, run.rows);
  inspect(session, run);

  terminal screen;
  const controls_report controls = run_controls(places, session.jobs);
  print_missed(controls, screen);
  screen.begin(fmt::format("audit {}", run.under_test.name), run.rows.size());
  results seen = judge(session, run, controls,
                       [&](const row& done, const std::string&) { screen.step(line_for(done, screen), false); });
  screen.end();
  require_parts_judged(stated.header.implementation, seen.header.implementation);
  return {.seed = seed, .drawn = std::move(drawn), .seen = std::move(seen)};
}

/// Compares each row with what the certificate states, and prints what it does not confirm. Returns the exit code.
int print_comparison(const audited_rows& audited, std::size_t of, terminal& screen) {
  std::map<agreement, std::size_t> count;
  std::size_t without_verdict = 0;
  for (const row& each : audited.drawn) {
    const auto again = std::ranges::find_if(audited.seen.rows, [&](const row& other) {
      return other.case_name == each.case_name && other.build == each.build;
    });
    if (again == audited.seen.rows.end()) {
      screen.print(
          fmt::format("{:<12}{} ({}): this suite has no such case", "open", shown(each.case_name), name(each.build)));
      ++count[agreement::open];
      ++without_verdict;
      continue;
    }
    const agreement found = compared(each.verdict, again->verdict);
    ++count[found];
    if (found == agreement::open && again->verdict != verdict::pass) ++without_verdict;
    if (found != agreement::confirmed) print_difference(each, *again, found, screen);
  }
  screen.print(
      fmt::format("{:<12}{} of {} rows, drawn with --seed {}", "audited", audited.drawn.size(), of, audited.seed));
  screen.print(fmt::format("{:<12}{} confirmed, {} refuted, {} open", "rows", count[agreement::confirmed],
                           count[agreement::refuted], count[agreement::open]));
  if (count[agreement::refuted] > 0) return 1;
  return without_verdict > 0 || audited.drawn.empty() ? 2 : 0;
}

}  // namespace

int audit(const paths& places, const audit_options& options) {
  const verification verified = verify_certificate(options.certificate, {});
  if (!verified.contradictions.empty()) {
    for (const std::string& each : verified.contradictions) fmt::print("false: {}\n", printable(each));
    fmt::print("the certificate is false, so no row was run\n");
    return 1;
  }
  const audited_rows audited = run_again(places, options, verified.run);
  terminal screen;
  return print_comparison(audited, verified.run.rows.size(), screen);
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <regex>
#include <set>
#include <tuple>
#include <utility>

#include "explanation_table.hpp"
#include "exploration.hpp"
#include "levels.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace {

constexpr std::size_t most_detail_lines = 12;

tone tone_of(verdict value) {
  switch (value) {
    case verdict::pass:
      return tone::good;
    case verdict::timeout:
    case verdict::invalid:
      return tone::doubtful;
    case verdict::unsupported:
    case verdict::not_run:
      return tone::faint;
    default:
      return tone::bad;
  }
}

/// The details without the addresses in them, which differ from run to run.
std::vector<std::string> without_addresses(std::vector<std::string> details) {
  static const std::regex address("0x[0-9a-f]{5,}");
  for (std::string& each : details) each = std::regex_replace(each, address, "0x…");
  return details;
}

/// The rows that did not pass, grouped by verdict and reason: worst first, then in the order of the text, in which
/// basic claims come first. Those of optional features are left out of a whole run: there is nothing to do about them.
std::vector<std::vector<const row*>> by_reason(const std::vector<row>& rows, const catalogue& claims, detail shown) {
  std::map<std::pair<verdict, std::vector<std::string>>, std::vector<const row*>> groups;
  for (const auto& each : rows)
    if (each.verdict != verdict::pass && (counts(each) || shown == detail::whole))
      groups[{each.verdict, without_addresses(each.details)}].push_back(&each);
  std::vector<std::vector<const row*>> sorted;
  for (auto& [reason, group] : groups) sorted.push_back(std::move(group));
  std::ranges::sort(sorted, {}, [&](const std::vector<const row*>& group) {
    const row& first = *group.front();
    return std::tuple(first.verdict, claims.find(first.claim), first.case_name, first.build);
  });
  return sorted;
}

void print_together(const std::vector<const row*>& rows, terminal& screen) {
  const row& first = *rows.front();
  screen.print(fmt::format("{} {} rows, from {} to {}", screen.paint(tone_of(first.verdict), name(first.verdict)),
                           rows.size(), title_of(first), title_of(*rows.back())));
  for (const auto& line : first.details) screen.print(fmt::format("    {}", printable(line)));
  if (!first.case_name.empty())
    screen.print(screen.paint(tone::faint, fmt::format("    reproduce the first: {}", first.reproduce)));
}

/// Why a profile lacks levels: `3 claims do not hold, 1 could not be judged`.
std::string words_for(const shortfall& of) {
  std::vector<std::string> reasons;
  if (of.failing > 0)
    reasons.push_back(fmt::format("{} {} not hold", of.failing, of.failing == 1 ? "claim does" : "claims do"));
  if (of.undecided > 0)
    reasons.push_back(fmt::format("{}{} could not be judged", of.undecided,
                                  of.failing > 0      ? " more"
                                  : of.undecided == 1 ? " claim"
                                                      : " claims"));
  if (of.failing > 0) return fmt::format("{}", fmt::join(reasons, ", "));
  constexpr std::size_t shown = 3;
  const std::size_t first = std::min(shown, of.lacking.size()), more = of.lacking.size() - first;
  std::ranges::copy(of.lacking | std::views::take(first), std::back_inserter(reasons));
  return fmt::format("{}{}", fmt::join(reasons, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string levels_line(const run_summary& summary, const std::string& profile, const terminal& screen) {
  const std::vector<level>& levels = summary.levels.at(profile);
  std::string words = levels.empty() ? "no level" : names_of(levels, ", ");
  if (const auto found = summary.shortfalls.find(profile); found != summary.shortfalls.end())
    words += fmt::format("{}{}", levels.empty() ? ": " : "; no other level: ", words_for(found->second));
  if (const auto found = summary.not_certifiable.find(profile); found != summary.not_certifiable.end())
    for (const level each : found->second) words += fmt::format("; {}: not certifiable", name(each));
  return fmt::format("{:<12}{}{}", profile, screen.paint(levels.empty() ? tone::faint : tone::plain, words),
                     is_fearless(levels) ? screen.paint(tone::good, ": fearless") : "");
}

std::string searched_line(const search_total& total) {
  return fmt::format("{:<12}{} executions; with 95 % confidence, the failure rate per execution is below 1/{}",
                     "searched", grouped(total.executions),
                     grouped(static_cast<std::uint64_t>(1 / bound_after(total.fewest))));
}

/// `469 passed, 1 skipped (optional feature), 2 FAIL`.
std::string verdicts_line(const std::vector<row>& rows, const terminal& screen) {
  std::map<verdict, std::size_t> others = count_verdicts(rows);
  const auto skipped = static_cast<std::size_t>(
      std::ranges::count_if(rows, [](const row& each) { return !each.is_demonstration && !counts(each); }));
  std::vector<std::string> shares;
  if (const auto passed = others.extract(verdict::pass))
    shares.push_back(screen.paint(tone_of(verdict::pass), fmt::format("{} passed", passed.mapped())));
  if (skipped > 0) {
    shares.push_back(screen.paint(tone_of(verdict::unsupported),
                                  fmt::format("{} skipped (optional feature{})", skipped, skipped == 1 ? "" : "s")));
    if ((others[verdict::unsupported] -= skipped) == 0) others.erase(verdict::unsupported);
  }
  for (const auto& [seen, count] : others)
    shares.push_back(screen.paint(tone_of(seen), fmt::format("{} {}", count, name(seen))));
  return fmt::format("{:<12}{}", "verdicts", fmt::join(shares, ", "));
}

tone tone_of(conclusion value) {
  return value == conclusion::conforming       ? tone::good
         : value == conclusion::not_conforming ? tone::bad
                                               : tone::doubtful;
}

}  // namespace

std::string line_for(const row& each, const terminal& screen) {
  const std::string when =
      each.judged.empty() ? fmt::format("{} ms", each.milliseconds) : fmt::format("cached, judged at {}", each.judged);
  return fmt::format("{} {}, {}", screen.paint(tone_of(each.verdict), fmt::format("{:<11}", name(each.verdict))),
                     title_of(each), when);
}

void print_failure(const row& each, const catalogue& claims, terminal& screen, const std::string& explanation,
                   detail shown) {
  const std::size_t most = shown == detail::whole ? each.details.size() : most_detail_lines;
  screen.print(fmt::format("{} {}", screen.paint(tone_of(each.verdict), name(each.verdict)),
                           screen.paint(tone::strong, title_of(each))));
  if (const claim* of = claims.find(each.claim)) screen.print(fmt::format("    {}: {}", of->id, of->text));
  if (!explanation.empty()) screen.print(fmt::format("    explanation: {}", printable(explanation)));
  if (each.waived)
    screen.print(fmt::format("    waived until {}: {} ({})", each.waived->expires, printable(each.waived->reason),
                             each.waived->link));
  for (std::size_t i = 0; i < each.details.size() && i < most; ++i)
    screen.print(fmt::format("    {}", printable(each.details[i])));
  if (each.details.size() > most)
    screen.print(fmt::format("    … {} more lines in results.jsonl", each.details.size() - most));
  if (each.explained)
    for (const std::string& line : table_of(*each.explained)) screen.print("    " + line);
  if (!each.case_name.empty())
    screen.print(screen.paint(tone::faint, fmt::format("    reproduce: {}", each.reproduce)));
}

void print_failures(const results& run, const catalogue& claims, terminal& screen, detail shown) {
  // A reason such as a missing library applies to hundreds of rows, so it is printed once.
  constexpr std::size_t most_alike = 3;
  for (const auto& rows : by_reason(run.rows, claims, shown)) {
    if (rows.size() > most_alike) {
      print_together(rows, screen);
      continue;
    }
    for (auto each = rows.begin(); each != rows.end(); ++each) {
      const auto explanation = run.summary.explanations.find((*each)->claim);
      print_failure(**each, claims, screen, explanation == run.summary.explanations.end() ? "" : explanation->second,
                    shown);
      const auto next = std::next(each);
      if (next == rows.end() || (*next)->case_name != (*each)->case_name) continue;
      screen.print(fmt::format("    same in the {} build", name((*next)->build)));
      each = next;
    }
  }
}

void print_missed(const controls_report& report, terminal& screen) {
  if (report.believable()) return;
  screen.print(screen.paint(tone::bad, "INVALID: controls were missed, so no result is valid; run fearless doctor"));
  for (const auto& line : report.missed) screen.print("    " + printable(line));
}

void print_in_short(const std::string& implementation, const results& run, std::size_t width, terminal& screen) {
  const conclusion verdict = run.summary.verdict;
  screen.print(fmt::format("{:<{}}  {}", implementation, width, screen.paint(tone_of(verdict), name(verdict))));
  std::map<std::string, std::vector<std::string>> profiles_by_levels;
  for (const auto& [profile, levels] : run.summary.levels)
    profiles_by_levels[words_for(levels, ", ")].push_back(profile);
  for (const auto& [words, profiles] : profiles_by_levels)
    screen.print(fmt::format("{:<{}}  {}: {}", "", width, words, fmt::join(profiles, ", ")));
  std::set<std::string> broken;
  for (const auto& each : run.rows)
    if (each.verdict < verdict::unsupported && !each.is_demonstration) broken.insert(each.claim);
  if (broken.empty()) return;
  constexpr std::ptrdiff_t most = 3;
  std::vector<std::string> named(broken.begin(),
                                 std::next(broken.begin(), std::min<std::ptrdiff_t>(most, std::ssize(broken))));
  if (std::ssize(broken) > most) named.push_back(fmt::format("and {} more", std::ssize(broken) - most));
  screen.print(fmt::format("{:<{}}  failed: {}", "", width, fmt::join(named, ", ")));
}

std::string controls_line(const controls_report& report) {
  return fmt::format("{:<12}{} of {} caught, {} of {} clean twins pass", "controls", report.caught, report.of,
                     report.clean, report.clean_of);
}

void print_counts(const results& run, terminal& screen) {
  screen.print("");
  screen.print(controls_line(run.header.controls));
  screen.print(fmt::format("{:<12}{}", "contained", words_for(run.header.containment)));
  if (const std::string& sources = run.header.implementation.sources; sources.starts_with("unknown"))
    screen.print(fmt::format("{:<12}{}", "sources", printable(sources)));
  if (const auto shown = count_demonstrations(run.rows); shown.of > 0)
    screen.print(fmt::format("{:<12}{} of {} demonstrations pass", "detector", shown.passed, shown.of));
  screen.print(verdicts_line(run.rows, screen));
  const auto cached = std::ranges::count_if(run.rows, [](const row& each) { return !each.judged.empty(); });
  if (cached > 0)
    screen.print(
        fmt::format("{:<12}{} compile-time results from earlier runs; --fresh ignores them", "cached", cached));
  if (const auto total = search_of(run.rows); total.rows > 0) screen.print(searched_line(total));
}

void print_places(const std::filesystem::path& folder, terminal& screen) {
  screen.print(fmt::format("{:<12}{}", "results", (folder / "results.jsonl").string()));
  screen.print(fmt::format("{:<12}{}", "certificate", (folder / "certificate.json").string()));
}

void print_summary(const results& run, terminal& screen) {
  print_counts(run, screen);
  for (const auto& profile : run.header.profiles) screen.print(levels_line(run.summary, profile, screen));
  for (const auto& [unjudged, reason] : run.summary.not_judged)
    screen.print(fmt::format("{:<12}{}: {}", "not judged", name(unjudged), printable(reason)));
  const conclusion verdict = run.summary.verdict;
  screen.print(fmt::format("{:<12}{}", "verdict", screen.paint(tone_of(verdict), name(verdict))));
  const std::string why =
      conclude(run.rows, run.summary.levels, run.header.requested_profiles, run.header.implementation).why;
  if (!why.empty()) screen.print(fmt::format("{:<12}{}", "why", why));
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "waiving.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

#include "error.hpp"
#include "files.hpp"
#include "nearest.hpp"
#include "printable.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace {

std::string counted_words(const waiver_report& report) {
  switch (report.counted) {
    case conclusion::not_conforming:
      return report.proposed.empty() ? "a profile that was named reaches no level" : "some failures are not waived";
    case conclusion::could_not_tell:
      return "could not tell, which no waiver changes";
    case conclusion::conforming:
      break;
  }
  if (!report.problems.empty()) return "no waiver may be unused, expired or of another failure";
  return "all failures are waived";
}

}  // namespace

void require_explained(const std::vector<std::string>& expected, const implementation& under_test,
                       const catalogue& claims) {
  std::vector<std::string> ids;
  for (const claim& each : claims.claims) ids.push_back(each.id);
  for (const std::string& each : expected) {
    if (claims.find(each) == nullptr)
      throw user_error(fmt::format("--expect {}: it is not a claim: {}", shown(each), suggest(each, ids)));
    if (!under_test.explanations.contains(each))
      throw user_error(
          fmt::format("--expect {}: {} does not explain to users why this claim fails: add it to its explanations",
                      each, under_test.name));
  }
}

void print_expectations(const waiver_report& report, terminal& screen) {
  screen.print(fmt::format("{:<12}{} failed rows", "expected", report.waived));
  for (const std::string& each : report.problems) screen.print(fmt::format("{:<12}{}", "expect", each));
  for (const waiver& each : report.proposed)
    screen.print(fmt::format("{:<12}{}: {} of its rows fail, and this was not expected", "expect", each.claim,
                             each.failures.size()));
  const std::string_view words = report.counted == conclusion::could_not_tell ? "could not tell"
                                 : !report.proposed.empty()                   ? "some failures are not expected"
                                 : report.counted == conclusion::not_conforming
                                     ? "a profile that was named reaches no level"
                                 : report.problems.empty() ? "all failures are expected"
                                                           : "a claim holds that was expected to fail";
  screen.print(fmt::format("{:<12}{}: {}", "exit code", report.exit_code(), words));
}

std::vector<waiver> waivers_in(const std::optional<std::filesystem::path>& file, const catalogue& claims) {
  if (!file) return {};
  std::vector<waiver> all = read_waivers(*file);
  std::vector<std::string> ids;
  for (const claim& each : claims.claims) ids.push_back(each.id);
  for (const waiver& each : all)
    if (claims.find(each.claim) == nullptr)
      throw user_error(fmt::format("{}: it waives {}, which is not a claim: {}", file->string(), shown(each.claim),
                                   suggest(each.claim, ids)));
  return all;
}

void print_waivers(const waiver_report& report, const results& run, const std::filesystem::path& file,
                   terminal& screen) {
  std::set<std::string> claims;
  std::size_t rows = 0;
  for (const row& each : run.rows)
    if (each.waived) {
      claims.insert(each.claim);
      ++rows;
    }
  screen.print(
      fmt::format("{:<12}{} failed rows of {} claims, by {}", "waived", rows, claims.size(), printable(file.string())));
  for (const std::string& each : report.problems) screen.print(fmt::format("{:<12}{}", "waiver", printable(each)));
  if (!report.proposed.empty())
    screen.print("To waive the failures that are left, add these entries, each with a reason and a link:");
  for (const waiver& each : report.proposed) {
    const std::string entry = to_json(each).dump(2, ' ', true, nlohmann::json::error_handler_t::replace);
    const bool is_last = &each == &report.proposed.back();
    for (const std::string& line : lines_of(entry + (is_last ? "" : ","))) screen.print("  " + line);
  }
  screen.print(fmt::format("{:<12}{}: {}", "exit code", report.exit_code(), counted_words(report)));
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "failure_fingerprint.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

#include "digest.hpp"

namespace fearless::certifier {

namespace {

bool is_digit(char each) {
  return std::isdigit(static_cast<unsigned char>(each)) != 0;
}

bool is_alphanumeric(char each) {
  return std::isalnum(static_cast<unsigned char>(each)) != 0;
}

/// The words of a line, with the last part of a path in place of the path, and `N` in place of a number and what
/// belongs to it: `0x7f3a`, `12ms`. The code of an exit stays.
std::string without_numbers_and_folders(std::string_view line) {
  std::string kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '/') {
      kept.erase(kept.find_last_of(" '\"(`") + 1);
    } else if (!is_digit(line[i]) || kept.ends_with("code ")) {
      kept += line[i];
    } else {
      while (i + 1 < line.size() && is_alphanumeric(line[i + 1])) ++i;
      kept += 'N';
    }
  }
  return kept;
}

/// The expression of a failed assertion, which the harness reports as `FILE:LINE: EXPRESSION, seen: VALUES (MESSAGE)`.
std::optional<std::string> asserted_in(const std::string& line) {
  static const std::regex place(R"(^[^\s:]+:\d+: )");
  std::smatch found;
  if (!std::regex_search(line, found, place)) return std::nullopt;
  std::string expression = found.suffix();
  expression.erase(std::min(expression.find(", seen: "), expression.size()));
  if (const auto message = expression.rfind(" ) ("); message != std::string::npos) expression.erase(message + 2);
  return expression;
}

/// The kind of a report of the race detector, and the functions that accessed the memory; nothing if the row quotes
/// none. Which of the two accesses came first depends on the schedule.
std::set<std::string> reported_races(const std::vector<std::string>& details) {
  static const std::regex kind(R"(WARNING: ThreadSanitizer: (.*?)( \(pid=\d+\))?$)");
  static const std::regex access(R"(^ *(previous )?(atomic )?(read|write) of size \d+)", std::regex::icase);
  static const std::regex innermost(R"(^ *#0 (.*) \S+ \(\S+\+0x[0-9a-f]+\))");
  std::set<std::string> reasons;
  bool is_access = false;
  std::smatch found;
  for (const std::string& line : details) {
    if (std::regex_search(line, found, kind)) reasons.insert(found.str(1));
    if (std::regex_search(line, access)) is_access = true;
    if (!std::regex_search(line, found, innermost)) continue;
    if (is_access) reasons.insert(found.str(1));
    is_access = false;
  }
  return reasons;
}

/// The lines of the details that say why, without what they quote, and without seeds.
std::set<std::string> said_reasons(const row& failed) {
  static const std::regex execution(R"(^execution \d+ of \S+ \(seed \d+\): )");
  static const std::regex quotes(R"(^(  |in the scenario of |its output:|the last \d+ of \d+ lines of its output:))");
  const bool is_compile_time = failed.build == build_kind::compile_time;
  std::set<std::string> reasons;
  for (const std::string& each : failed.details) {
    if (std::regex_search(each, quotes)) continue;
    const std::string line = std::regex_replace(each, execution, "");
    const auto expression = is_compile_time ? std::nullopt : asserted_in(line);
    reasons.insert(expression ? *expression : without_numbers_and_folders(line));
  }
  return reasons;
}

std::set<std::string> reasons_of(const row& failed) {
  if (failed.verdict == verdict::race)
    if (auto reported = reported_races(failed.details); !reported.empty()) return reported;
  return said_reasons(failed);
}

}  // namespace

std::string fingerprint_of(const row& failed) {
  return sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n", failed.claim, failed.case_name,
                            failed.method ? name(*failed.method) : "", name(failed.build), name(failed.verdict),
                            fmt::join(reasons_of(failed), "\n")));
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "junit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fearless::certifier {

namespace {

/// Text as XML 1.0 allows it: its five signs escaped, control characters replaced.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char each : text) switch (each) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&apos;";
        break;
      case '\n':
      case '\t':
        safe += each;
        break;
      default:
        safe += static_cast<unsigned char>(each) < 0x20 ? '?' : each;
    }
  return safe;
}

enum class junit_kind { passed, skipped, failure, error };

junit_kind kind_of(verdict seen) {
  switch (seen) {
    case verdict::pass:
      return junit_kind::passed;
    case verdict::unsupported:
    case verdict::not_run:
      return junit_kind::skipped;
    case verdict::race:
    case verdict::deadlock:
    case verdict::fail:
      return junit_kind::failure;
    default:
      return junit_kind::error;
  }
}

std::string details_of(const row& each) {
  std::string text;
  for (const auto& line : each.details) text += line + "\n";
  return text + each.reproduce + "\n";
}

/// How much of its schedules a stress case has searched.
std::string properties_of(const row& each) {
  if (!each.explored) return "";
  std::string lines;
  for (const explored_strategy& strategy : *each.explored)
    lines += fmt::format("        <property name=\"executions.{}\" value=\"{}\"/>\n", escaped(strategy.strategy),
                         strategy.executions);
  return fmt::format("      <properties>\n{}      </properties>\n", lines);
}

std::string what_went_wrong(const row& each) {
  const auto kind = kind_of(each.verdict);
  if (kind == junit_kind::passed) return "";
  const std::string message =
      fmt::format("{}{}", name(each.verdict), each.details.empty() ? "" : ": " + each.details.front());
  const char* tag = kind == junit_kind::skipped ? "skipped" : kind == junit_kind::failure ? "failure" : "error";
  return fmt::format("      <{} message=\"{}\">{}</{}>\n", tag, escaped(message), escaped(details_of(each)), tag);
}

std::string element_of(const row& each) {
  const std::string opening = fmt::format(
      "    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"", escaped(each.claim),
      escaped(each.case_name.empty() ? each.claim : each.case_name), static_cast<double>(each.milliseconds) / 1000);
  const std::string contents = properties_of(each) + what_went_wrong(each);
  return contents.empty() ? opening + "/>\n" : fmt::format("{}>\n{}    </testcase>\n", opening, contents);
}

std::string suite_of(const results& run, build_kind build) {
  std::size_t tests = 0, skipped = 0, failures = 0, errors = 0;
  long milliseconds = 0;
  std::string elements;
  for (const auto& each : run.rows) {
    if (each.build != build) continue;
    const auto kind = kind_of(each.verdict);
    ++tests;
    skipped += kind == junit_kind::skipped;
    failures += kind == junit_kind::failure;
    errors += kind == junit_kind::error;
    milliseconds += each.milliseconds;
    elements += element_of(each);
  }
  if (tests == 0) return "";
  return fmt::format(
      "  <testsuite name=\"fearless.{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{:.3f}\" "
      "timestamp=\"{}\">\n{}  </testsuite>\n",
      name(build), tests, failures, errors, skipped, static_cast<double>(milliseconds) / 1000,
      escaped(run.header.origin.started), elements);
}

}  // namespace

std::string junit(const results& run) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"fearless\">\n";
  for (const auto build : {build_kind::plain, build_kind::instrumented, build_kind::compile_time})
    text += suite_of(run, build);
  return text + "</testsuites>\n";
}

}  // namespace fearless::certifier

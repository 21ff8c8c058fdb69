// SPDX-License-Identifier: MIT
#include "junit.hpp"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "valid_utf8.hpp"

namespace fearless::certifier {

namespace {

/// XML 1.0 allows no control characters, not even escaped ones, and here only UTF-8.
std::string allowed_in_xml(const std::string& value) {
  std::string text = valid_utf8(value);
  for (char& each : text)
    if (static_cast<unsigned char>(each) < 0x20 && each != '\n' && each != '\t') each = '?';
  return text;
}

std::string seconds(long milliseconds) {
  return fmt::format("{:.3f}", static_cast<double>(milliseconds) / 1000);
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

void add(pugi::xml_node& node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute) = allowed_in_xml(value).c_str();
}

/// How many executions each strategy of a stress case had.
void add_properties(pugi::xml_node& test, const row& each) {
  if (!each.explored) return;
  pugi::xml_node properties = test.append_child("properties");
  for (const explored_strategy& strategy : *each.explored) {
    pugi::xml_node property = properties.append_child("property");
    add(property, "name", "executions." + strategy.strategy);
    add(property, "value", std::to_string(strategy.executions));
  }
}

void add_problem(pugi::xml_node& test, const row& each, junit_kind kind) {
  if (kind == junit_kind::passed) return;
  const char* tag = kind == junit_kind::skipped ? "skipped" : kind == junit_kind::failure ? "failure" : "error";
  pugi::xml_node problem = test.append_child(tag);
  add(problem, "message",
      fmt::format("{}{}", name(each.verdict), each.details.empty() ? "" : ": " + each.details.front()));
  std::string text;
  for (const auto& line : each.details) text += line + "\n";
  problem.text() = allowed_in_xml(text + each.reproduce + "\n").c_str();
}

void add_suite(pugi::xml_node& suites, const results& run, build_kind build) {
  std::array<std::size_t, 4> counts{};
  std::size_t tests = 0;
  long milliseconds = 0;
  pugi::xml_node suite = suites.append_child("testsuite");
  for (const row& each : run.rows) {
    if (each.build != build) continue;
    const junit_kind kind = kind_of(each.verdict);
    ++tests;
    ++counts[static_cast<std::size_t>(kind)];
    milliseconds += each.milliseconds;
    pugi::xml_node test = suite.append_child("testcase");
    add(test, "classname", each.claim);
    add(test, "name", each.case_name.empty() ? each.claim : each.case_name);
    add(test, "time", seconds(each.milliseconds));
    add_properties(test, each);
    add_problem(test, each, kind);
  }
  if (tests == 0) {
    suites.remove_child(suite);
    return;
  }
  const auto count = [&](junit_kind kind) { return std::to_string(counts[static_cast<std::size_t>(kind)]); };
  add(suite, "name", fmt::format("fearless.{}", name(build)));
  add(suite, "tests", std::to_string(tests));
  add(suite, "failures", count(junit_kind::failure));
  add(suite, "errors", count(junit_kind::error));
  add(suite, "skipped", count(junit_kind::skipped));
  add(suite, "time", seconds(milliseconds));
  add(suite, "timestamp", run.header.origin.started);
}

}  // namespace

std::string junit(const results& run) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  add(declaration, "version", "1.0");
  add(declaration, "encoding", "UTF-8");
  pugi::xml_node suites = document.append_child("testsuites");
  add(suites, "name", "fearless");
  for (const auto build : {build_kind::plain, build_kind::instrumented, build_kind::compile_time})
    add_suite(suites, run, build);
  std::ostringstream text;
  document.save(text, "  ");
  return std::move(text).str();
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "junit.hpp"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "valid_utf8.hpp"

namespace fearless::certifier {

namespace {

/// XML 1.0 allows no control characters, not even escaped ones, no U+FFFE and no U+FFFF, and here only UTF-8. What some
/// readers reject as well is left out: the control characters from U+007F to U+009F.
std::string allowed_in_xml(const std::string& value) {
  const std::string text = valid_utf8(value);
  std::string allowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view rest = std::string_view(text).substr(i);
    const bool is_noncharacter = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
    const bool is_late_control = byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
    const bool is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    allowed += is_noncharacter || is_late_control || is_control ? '?' : text[i];
    i += is_noncharacter ? 2 : is_late_control ? 1 : 0;
  }
  return allowed;
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

/// How many executions each strategy of a stress case had. As text: the reader of Jenkins knows properties of a whole
/// suite only.
void add_executions(pugi::xml_node& test, const row& each) {
  if (!each.explored || each.explored->empty()) return;
  std::string text;
  for (const explored_strategy& strategy : *each.explored)
    text += fmt::format("{} executions by {}\n", strategy.executions, strategy.strategy);
  test.append_child("system-out").text() = allowed_in_xml(text).c_str();
}

void add_problem(pugi::xml_node& test, const row& each, junit_kind kind) {
  if (kind == junit_kind::passed) return;
  const char* tag = kind == junit_kind::skipped ? "skipped" : kind == junit_kind::failure ? "failure" : "error";
  pugi::xml_node problem = test.append_child(tag);
  add(problem, "message",
      fmt::format("{}{}", name(each.verdict), each.details.empty() ? "" : ": " + each.details.front()));
  if (kind != junit_kind::skipped) add(problem, "type", std::string(name(each.verdict)));
  std::string text;
  for (const auto& line : each.details) text += line + "\n";
  problem.text() = allowed_in_xml(text + each.reproduce + "\n").c_str();
}

/// The numbers of a suite, or of all.
struct tally {
  std::array<std::size_t, 4> counts{};
  std::size_t tests = 0;
  long milliseconds = 0;

  [[nodiscard]] std::string count(junit_kind kind) const {
    return std::to_string(counts[static_cast<std::size_t>(kind)]);
  }
  void take(junit_kind kind, long took) {
    ++tests;
    ++counts[static_cast<std::size_t>(kind)];
    milliseconds += took;
  }
  void add_to(pugi::xml_node& node) const {
    add(node, "tests", std::to_string(tests));
    add(node, "failures", count(junit_kind::failure));
    add(node, "errors", count(junit_kind::error));
    add(node, "time", seconds(milliseconds));
  }
};

void add_suite(pugi::xml_node& suites, const results& run, build_kind build, tally& all) {
  tally own;
  pugi::xml_node suite = suites.append_child("testsuite");
  for (const row& each : run.rows) {
    if (each.build != build) continue;
    const junit_kind kind = kind_of(each.verdict);
    own.take(kind, each.milliseconds);
    all.take(kind, each.milliseconds);
    pugi::xml_node test = suite.append_child("testcase");
    add(test, "classname", each.claim);
    add(test, "name", each.case_name.empty() ? each.claim : each.case_name);
    add(test, "time", seconds(each.milliseconds));
    add_problem(test, each, kind);
    add_executions(test, each);
  }
  if (own.tests == 0) {
    suites.remove_child(suite);
    return;
  }
  add(suite, "name", fmt::format("fearless.{}", name(build)));
  own.add_to(suite);
  add(suite, "skipped", own.count(junit_kind::skipped));
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
  tally all;
  for (const auto build : {build_kind::plain, build_kind::instrumented, build_kind::compile_time})
    add_suite(suites, run, build, all);
  all.add_to(suites);
  std::ostringstream text;
  document.save(text, "  ");
  return std::move(text).str();
}

}  // namespace fearless::certifier

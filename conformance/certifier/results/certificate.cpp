// SPDX-License-Identifier: MIT
#include "certificate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exploration.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

std::string test_name(const row& each) {
  return each.case_name.empty() ? each.claim : fmt::format("{} ({})", each.case_name, name(each.build));
}

json subjects_of(const json& implementation) {
  json subjects = json::array();
  for (const auto& [build, library] : implementation.at("libraries").items())
    subjects.push_back({{"name", fmt::format("{} ({})", implementation.at("name").get<std::string>(), build)},
                        {"digest", {{"sha256", library.at("sha256")}}}});
  if (implementation.contains("native_bindings"))
    subjects.push_back({{"name", implementation.at("name").get<std::string>() + " (native bindings)"},
                        {"digest", {{"sha256", implementation.at("native_bindings").at("sha256")}}}});
  return subjects;
}

/// What the verdict depends on besides the implementation.
json configuration_of(const json& header) {
  json configuration = json::array();
  configuration.push_back({{"name", "fearless-suite-" + header.at("suite").get<std::string>()},
                           {"digest", {{"gitCommit", header.at("commit")}}}});
  configuration.push_back({{"name", "manifest"}, {"digest", {{"sha256", header.at("manifest_sha256")}}}});
  configuration.push_back({{"name", "toolchain"}, {"annotations", header.at("toolchain")}});
  configuration.push_back({{"name", "controls"}, {"annotations", header.at("controls")}});
  return configuration;
}

/// Only a run in which everything passed has passed; one that conforms without this or that is a warning to who reads
/// it.
std::string result_of(const results& run) {
  if (run.footer.at("verdict") != "conforming") return "FAILED";
  const bool all =
      std::ranges::all_of(run.rows, [](const row& each) { return each.verdict == verdict::pass || !counts(each); });
  return all ? "PASSED" : "WARNED";
}

/// How much was searched, and what can be said of a stress case that passed: it fails less often than the bound.
json searched(const search_total& total) {
  if (total.rows == 0) return nullptr;
  return {{"rows", total.rows},         {"strategies", total.strategies}, {"executions", total.executions},
          {"detached", total.detached}, {"fewest", total.fewest},         {"bound", bound_after(total.fewest)}};
}

}  // namespace

json certificate(const results& run) {
  json passed = json::array(), warned = json::array(), failed = json::array();
  for (const auto& each : run.rows) {
    if (each.verdict == verdict::pass)
      passed.push_back(test_name(each));
    else if (each.verdict == verdict::timeout)
      warned.push_back(test_name(each));
    else if (counts(each))
      failed.push_back(test_name(each));
  }
  json header = run.header;
  header["manifest_sha256"] = manifest_sha256(run.rows);
  return {{"_type", "https://in-toto.io/Statement/v1"},
          {"subject", subjects_of(run.header.at("implementation"))},
          {"predicateType", "https://in-toto.io/attestation/test-result/v0.1"},
          {"predicate",
           {{"result", result_of(run)},
            {"configuration", configuration_of(header)},
            {"passedTests", passed},
            {"warnedTests", warned},
            {"failedTests", failed},
            {"verdict", run.footer.at("verdict")},
            {"levels", run.footer.at("levels")},
            {"notCertifiable", run.footer.value("not_certifiable", json::object())},
            {"notJudged", run.footer.value("not_judged", json::object())},
            {"searched", searched(search_of(run.rows))},
            {"implementation", run.header.at("implementation")},
            {"started", run.header.at("started")}}}};
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "failure_fingerprint.hpp"
#include "valid_utf8.hpp"

namespace fearless::certifier {

using ordered = nlohmann::ordered_json;

namespace {

ordered message(const std::string& text) {
  return {{"text", valid_utf8(text)}};
}

/// Percent-encodes what may not stand in a URI reference.
std::string uri_of(const std::string& file) {
  static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri = file.starts_with("/") ? "file://" : "";
  for (const char each : file)
    uri += plain.contains(each) ? std::string(1, each) : fmt::format("%{:02X}", static_cast<unsigned char>(each));
  return uri;
}

ordered location_of(const explained_step& step) {
  ordered location = {{"physicalLocation",
                       {{"artifactLocation", {{"uri", uri_of(step.file)}}},
                        {"region", {{"startLine", std::max<std::uint64_t>(step.line, 1)}}}}},
                      {"message", message(step.text)}};
  if (!step.code.empty()) location["physicalLocation"]["region"]["snippet"] = {{"text", valid_utf8(step.code)}};
  return location;
}

/// The step at which a reader should look first: the last one with a mark, or the last one of all.
const explained_step* decisive_step(const explanation& of) {
  const explained_step* last = nullptr;
  const explained_step* marked = nullptr;
  for (const explained_step& each : of.steps) {
    if (each.file.empty()) continue;
    last = &each;
    if (!each.marks.empty()) marked = &each;
  }
  return marked != nullptr ? marked : last;
}

/// The steps of each thread that have a place, numbered in the order of execution of all.
ordered code_flow_of(const explanation& of) {
  ordered flows = ordered::array();
  for (std::size_t thread = 1; thread <= of.threads.size(); ++thread) {
    ordered locations = ordered::array();
    for (std::size_t i = 0; i < of.steps.size(); ++i) {
      const explained_step& step = of.steps[i];
      if (step.thread != thread || step.file.empty()) continue;
      ordered place = {{"location", location_of(step)}, {"executionOrder", i + 1}};
      if (!step.marks.empty()) place["importance"] = "essential";
      locations.push_back(std::move(place));
    }
    if (locations.empty()) continue;
    flows.push_back({{"id", fmt::format("thread {}", thread)},
                     {"message", message(of.threads[thread - 1])},
                     {"locations", std::move(locations)}});
  }
  return ordered::array({{{"threadFlows", std::move(flows)}}});
}

ordered result_of(const row& failed) {
  std::string text = fmt::format("{} {}", name(failed.verdict), title_of(failed));
  if (!failed.details.empty()) text += ": " + failed.details.front();
  if (failed.explained)
    for (const std::string& each : failed.explained->end) text += "\n" + each;
  text += "\nreproduce: " + failed.reproduce;
  ordered result = {{"ruleId", failed.claim},
                    {"level", "error"},
                    {"message", message(text)},
                    {"partialFingerprints", {{"fearless/v1", fingerprint_of(failed)}}}};
  if (!failed.explained) return result;
  if (const explained_step* at = decisive_step(*failed.explained)) {
    result["locations"] = ordered::array({location_of(*at)});
    result["codeFlows"] = code_flow_of(*failed.explained);
  }
  return result;
}

}  // namespace

std::string sarif(const results& run) {
  ordered rules = ordered::array(), found = ordered::array();
  std::set<std::string> claims;
  for (const row& each : run.rows) {
    if (!is_wrong(each)) continue;
    if (claims.insert(each.claim).second) rules.push_back({{"id", each.claim}});
    found.push_back(result_of(each));
  }
  const ordered tool = {
      {"driver", {{"name", "Fearless"}, {"semanticVersion", run.header.origin.suite}, {"rules", rules}}}};
  const ordered log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", ordered::array({{{"tool", tool}, {"columnKind", "utf16CodeUnits"}, {"results", found}}})}};
  return log.dump(2) + "\n";
}

}  // namespace fearless::certifier

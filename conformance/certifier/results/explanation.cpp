// SPDX-License-Identifier: MIT
#include "explanation.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace fearless::certifier {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 8> marks{"switch",
                                                "older value",
                                                "time-out",
                                                "wake-up for no reason",
                                                "other waiter woken",
                                                "yield without effect",
                                                "exchange fails for no reason",
                                                "wake-up too late"};
constexpr std::array<std::string_view, 4> kinds{"call", "result", "operation", "wait"};

template <class Enumeration, std::size_t Size>
Enumeration named(const std::array<std::string_view, Size>& names, const std::string& wanted) {
  const auto found = std::ranges::find(names, wanted);
  if (found == names.end()) throw std::invalid_argument("unknown word " + wanted);
  return static_cast<Enumeration>(found - names.begin());
}

json to_json(const explained_step& step) {
  json object{{"thread", step.thread}, {"kind", kinds.at(static_cast<std::size_t>(step.is))}, {"text", step.text}};
  if (!step.object.empty()) object["object"] = step.object;
  if (!step.file.empty()) object.update({{"file", step.file}, {"line", step.line}});
  if (!step.code.empty()) object["code"] = step.code;
  for (const step_mark each : step.marks) object["marks"].push_back(name(each));
  if (!step.note.empty()) object["note"] = step.note;
  return object;
}

explained_step step_from(const json& object) {
  explained_step read{.is = named<explained_step::kind>(kinds, object.at("kind")),
                      .thread = object.at("thread"),
                      .text = object.at("text"),
                      .object = object.value("object", ""),
                      .file = object.value("file", ""),
                      .line = object.value("line", std::uint64_t{0}),
                      .code = object.value("code", ""),
                      .note = object.value("note", "")};
  for (const json& each : object.value("marks", json::array())) read.marks.push_back(named<step_mark>(marks, each));
  return read;
}

}  // namespace

std::string_view name(step_mark of) {
  return marks.at(static_cast<std::size_t>(of));
}

json to_json(const explanation& of) {
  json departures = json::array(), steps = json::array();
  for (const std::string& each : of.departures) departures.push_back(json::parse(each));
  for (const explained_step& each : of.steps) steps.push_back(to_json(each));
  return {{"plan", {{"memory", of.models_memory}, {"seed", of.seed}, {"departures", departures}}},
          {"executions", of.trials},
          {"milliseconds", of.milliseconds},
          {"complete", of.is_complete},
          {"threads", of.threads},
          {"steps", steps},
          {"end", of.end},
          {"expected", of.expected}};
}

explanation explanation_from(const json& object) {
  const json& plan = object.at("plan");
  explanation read{.models_memory = plan.at("memory"),
                   .seed = plan.at("seed"),
                   .trials = object.at("executions"),
                   .milliseconds = object.at("milliseconds"),
                   .is_complete = object.at("complete"),
                   .threads = object.at("threads"),
                   .end = object.at("end"),
                   .expected = object.at("expected")};
  for (const json& each : plan.at("departures")) read.departures.push_back(each.dump());
  for (const json& each : object.at("steps")) read.steps.push_back(step_from(each));
  return read;
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "run_json.hpp"

#include <stdexcept>

namespace fearless::certifier {

using nlohmann::json;

namespace {

template <class Value>
void add(json& object, const char* key, const std::optional<Value>& value) {
  if (value) object[key] = *value;
}

void add(json& object, const char* key, const std::vector<judged_part>& parts) {
  for (const judged_part& each : parts) object[key].push_back({{"name", each.name}, {"sha256", each.sha256}});
}

template <class Value>
std::optional<Value> optional_from(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<Value>();
}

json to_json(const explored_strategy& each) {
  json object{{"strategy", each.strategy},
              {"executions", each.executions},
              {"outcomes", each.outcomes},
              {"detached", each.detached}};
  add(object, "seed", each.seed);
  add(object, "scheduling_points", each.scheduling_points);
  add(object, "older_values", each.older_values);
  add(object, "milliseconds", each.milliseconds);
  add(object, "complete", each.complete);
  add(object, "replayed", each.replayed);
  if (each.forbidden)
    object["forbidden"] = {
        {"outcome", each.forbidden->outcome}, {"seed", each.forbidden->seed}, {"execution", each.forbidden->execution}};
  return object;
}

/// A number of things. Errors: std::invalid_argument for one that nothing can have.
std::uint64_t count_in(const json& value) {
  constexpr std::uint64_t most = 1'000'000'000'000;
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most)
    throw std::invalid_argument("not a number of things");
  return value.get<std::uint64_t>();
}

std::optional<std::uint64_t> optional_count(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return count_in(*found);
}

std::map<std::string, std::uint64_t> counts_from(const json& object) {
  std::map<std::string, std::uint64_t> counts;
  if (!object.is_object()) throw std::invalid_argument("not an object");
  for (const auto& [name, count] : object.items()) counts[name] = count_in(count);
  return counts;
}

std::map<std::string, measurement> measured_from(const json& object) {
  std::map<std::string, measurement> measured;
  for (const auto& [name, each] : object.items()) measured[name] = {.value = each.at("value"), .unit = each.at("unit")};
  return measured;
}

std::vector<explored_strategy> all_explored_from(const json& list) {
  std::vector<explored_strategy> explored;
  for (const json& each : list) explored.push_back(explored_from(each));
  return explored;
}

std::vector<level> levels_from(const json& names) {
  std::vector<level> levels;
  for (const json& each : names) levels.push_back(level_named(each.get<std::string>()).value());
  return levels;
}

levels_by_profile levels_by_profile_from(const json& object) {
  levels_by_profile levels;
  for (const auto& [profile, names] : object.items()) levels[profile] = levels_from(names);
  return levels;
}

controls_report controls_from(const json& object) {
  return {.caught = optional_count(object, "caught").value_or(0),
          .of = optional_count(object, "of").value_or(0),
          .clean = optional_count(object, "clean").value_or(0),
          .clean_of = optional_count(object, "clean_of").value_or(0),
          .missed = object.value("missed", std::vector<std::string>())};
}

containment containment_from(const json& object) {
  return {.is_possible = object.value("contained", false), .reason = object.value("reason", "")};
}

std::vector<judged_part> parts_from(const json& object, const char* key) {
  std::vector<judged_part> parts;
  for (const json& each : object.value(key, json::array()))
    parts.push_back({.name = each.at("name"), .sha256 = each.at("sha256")});
  return parts;
}

judged_implementation implementation_from(const json& object) {
  judged_implementation read{.name = object.value("name", ""),
                             .release = object.value("release", ""),
                             .language = object.value("language", ""),
                             .description = object.value("description", ""),
                             .homepage = object.value("homepage", ""),
                             .sources = object.value("sources", "")};
  const json libraries = object.value("libraries", json::object());
  for (const auto& [build, library] : libraries.items()) {
    read.libraries[build_named(build).value()] = library.at("sha256");
    read.loads[build_named(build).value()] = parts_from(library, "loads");
  }
  if (const auto bindings = object.find("native_bindings"); bindings != object.end())
    read.native_bindings = {.sha256 = bindings->at("sha256"),
                            .compiler = bindings->value("compiler", ""),
                            .flags = bindings->value("flags", std::vector<std::string>()),
                            .reads = parts_from(*bindings, "reads")};
  return read;
}

}  // namespace

json to_json(const std::map<std::string, measurement>& measured) {
  json object = json::object();
  for (const auto& [name, each] : measured) object[name] = {{"value", each.value}, {"unit", each.unit}};
  return object;
}

json to_json(const interception& intercepted) {
  return {{"atomics", intercepted.atomics}, {"calls", intercepted.calls}};
}

json to_json(const std::vector<explored_strategy>& explored) {
  json list = json::array();
  for (const explored_strategy& each : explored) list.push_back(to_json(each));
  return list;
}

json to_json(const waived_failure& waived) {
  return {{"reason", waived.reason}, {"link", waived.link}, {"expires", waived.expires}};
}

json to_json(const row& each) {
  json line{{"claim", each.claim},
            {"case", each.case_name},
            {"method", each.method ? name(*each.method) : ""},
            {"build", name(each.build)},
            {"verdict", name(each.verdict)},
            {"milliseconds", each.milliseconds},
            {"text_sha256", each.text_sha256},
            {"reproduce", each.reproduce},
            {"details", each.details}};
  if (!each.measured.empty()) line["measured"] = to_json(each.measured);
  if (each.searched)
    line["scenarios"] = {{"drawn", each.searched->drawn},
                         {"executions", each.searched->executions},
                         {"unjudged", each.searched->unjudged}};
  if (each.explored) line["explored"] = to_json(*each.explored);
  if (each.intercepted) line["intercepted"] = to_json(*each.intercepted);
  if (!each.judged.empty()) line["judged"] = each.judged;
  if (each.is_demonstration) line["demonstration"] = true;
  if (each.is_optional) line["optional"] = true;
  if (each.expects != verdict::pass) line["expects"] = name(each.expects);
  if (each.waived) line["waived"] = to_json(*each.waived);
  if (each.explained) line["explanation"] = to_json(*each.explained);
  return line;
}

json to_json(const levels_by_profile& levels) {
  json object = json::object();
  for (const auto& [profile, reached] : levels) {
    object[profile] = json::array();
    for (const level each : reached) object[profile].push_back(name(each));
  }
  return object;
}

json to_json(const controls_report& report) {
  return {{"caught", report.caught},
          {"of", report.of},
          {"clean", report.clean},
          {"clean_of", report.clean_of},
          {"missed", report.missed}};
}

json to_json(const containment& about) {
  json object{{"contained", about.is_possible}};
  if (!about.reason.empty()) object["reason"] = about.reason;
  return object;
}

json to_json(const run_origin& origin) {
  return {{"suite", origin.suite},
          {"commit", origin.commit},
          {"started", origin.started},
          {"toolchain",
           {{"compiler", origin.toolchain.compiler},
            {"system", origin.toolchain.system},
            {"processor", origin.toolchain.processor}}}};
}

json to_json(const judged_implementation& implementation) {
  json libraries = json::object();
  for (const auto& [build, sha256] : implementation.libraries) {
    json& library = libraries[std::string(name(build))] = {{"sha256", sha256}};
    if (const auto loads = implementation.loads.find(build); loads != implementation.loads.end())
      add(library, "loads", loads->second);
  }
  json object{{"name", implementation.name},
              {"release", implementation.release},
              {"language", implementation.language},
              {"libraries", libraries}};
  if (const auto& bindings = implementation.native_bindings) {
    object["native_bindings"] = {{"sha256", bindings->sha256}};
    if (!bindings->compiler.empty()) object["native_bindings"]["compiler"] = bindings->compiler;
    if (!bindings->flags.empty()) object["native_bindings"]["flags"] = bindings->flags;
    add(object["native_bindings"], "reads", bindings->reads);
  }
  if (!implementation.description.empty()) object["description"] = implementation.description;
  if (!implementation.homepage.empty()) object["homepage"] = implementation.homepage;
  if (!implementation.sources.empty()) object["sources"] = implementation.sources;
  return object;
}

json to_json(const run_header& header) {
  json line = to_json(header.origin);
  line["controls"] = to_json(header.controls);
  line["containment"] = to_json(header.containment);
  line["implementation"] = to_json(header.implementation);
  line["profiles"] = header.profiles;
  line["requested_profiles"] = header.requested_profiles;
  line["claims"] = header.claims;
  return line;
}

json to_json(const run_summary& summary) {
  json not_judged = json::object(), shortfalls = json::object();
  for (const auto& [level, reason] : summary.not_judged) not_judged[std::string(name(level))] = reason;
  for (const auto& [profile, of] : summary.shortfalls)
    shortfalls[profile] = {{"failing", of.failing}, {"undecided", of.undecided}, {"lacking", of.lacking}};
  return {{"verdict", name(summary.verdict)},
          {"levels", to_json(summary.levels)},
          {"not_certifiable", to_json(summary.not_certifiable)},
          {"not_judged", not_judged},
          {"shortfalls", shortfalls},
          {"explanations", summary.explanations}};
}

explored_strategy explored_from(const json& object) {
  explored_strategy read{.strategy = object.at("strategy"),
                         .executions = count_in(object.at("executions")),
                         .outcomes = counts_from(object.at("outcomes")),
                         .detached = optional_count(object, "detached").value_or(0),
                         .seed = optional_from<std::uint64_t>(object, "seed"),
                         .scheduling_points = optional_count(object, "scheduling_points"),
                         .older_values = optional_count(object, "older_values"),
                         .milliseconds = optional_count(object, "milliseconds"),
                         .complete = optional_from<bool>(object, "complete"),
                         .replayed = optional_from<bool>(object, "replayed")};
  if (const auto found = object.find("forbidden"); found != object.end())
    read.forbidden = {
        .outcome = found->at("outcome"), .seed = found->at("seed"), .execution = count_in(found->at("execution"))};
  return read;
}

row row_from(const json& line) {
  row read{.claim = line.at("claim"),
           .case_name = line.at("case"),
           .method = {},
           .build = build_named(line.at("build").get<std::string>()).value(),
           .verdict = verdict_named(line.at("verdict").get<std::string>()).value(),
           .milliseconds = static_cast<long>(count_in(line.at("milliseconds"))),
           .text_sha256 = line.at("text_sha256"),
           .reproduce = line.at("reproduce"),
           .details = line.at("details"),
           .measured = measured_from(line.value("measured", json::object())),
           .judged = line.value("judged", ""),
           .is_demonstration = line.value("demonstration", false),
           .is_optional = line.value("optional", false),
           .expects = verdict_named(line.value("expects", "PASS")).value()};
  if (const std::string how = line.at("method"); !how.empty()) {
    read.method = method_named(how);
    if (!read.method) throw std::invalid_argument("unknown method " + how);
  }
  if (const auto found = line.find("scenarios"); found != line.end())
    read.searched = {.drawn = count_in(found->at("drawn")),
                     .executions = count_in(found->at("executions")),
                     .unjudged = count_in(found->at("unjudged"))};
  if (const auto found = line.find("explored"); found != line.end()) read.explored = all_explored_from(*found);
  if (const auto found = line.find("intercepted"); found != line.end())
    read.intercepted = {.atomics = count_in(found->at("atomics")), .calls = count_in(found->at("calls"))};
  if (const auto found = line.find("waived"); found != line.end())
    read.waived = {.reason = found->at("reason"), .link = found->at("link"), .expires = found->at("expires")};
  if (const auto found = line.find("explanation"); found != line.end()) read.explained = explanation_from(*found);
  return read;
}

run_header header_from(const json& line) {
  const json toolchain = line.value("toolchain", json::object());
  return {.origin = {.suite = line.value("suite", ""),
                     .commit = line.value("commit", ""),
                     .started = line.value("started", ""),
                     .toolchain = {.compiler = toolchain.value("compiler", ""),
                                   .system = toolchain.value("system", ""),
                                   .processor = toolchain.value("processor", "")}},
          .controls = controls_from(line.value("controls", json::object())),
          .containment = containment_from(line.value("containment", json::object())),
          .implementation = implementation_from(line.value("implementation", json::object())),
          .profiles = line.value("profiles", std::vector<std::string>()),
          .requested_profiles = line.value("requested_profiles", std::vector<std::string>()),
          .claims = line.value("claims", std::map<std::string, std::string>())};
}

run_summary summary_from(const json& line) {
  run_summary read{.verdict = conclusion_named(line.value("verdict", name(conclusion::could_not_tell))).value(),
                   .levels = levels_by_profile_from(line.value("levels", json::object())),
                   .not_certifiable = levels_by_profile_from(line.value("not_certifiable", json::object())),
                   .explanations = line.value("explanations", std::map<std::string, std::string>())};
  const json not_judged = line.value("not_judged", json::object());
  const json shortfalls = line.value("shortfalls", json::object());
  for (const auto& [level, reason] : not_judged.items()) read.not_judged[level_named(level).value()] = reason;
  for (const auto& [profile, of] : shortfalls.items())
    read.shortfalls[profile] = {
        .failing = count_in(of.at("failing")), .undecided = count_in(of.at("undecided")), .lacking = of.at("lacking")};
  return read;
}

}  // namespace fearless::certifier

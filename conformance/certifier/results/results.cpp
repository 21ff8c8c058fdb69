// SPDX-License-Identifier: MIT
#include "results.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "digest.hpp"
#include "json_lines.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

constexpr const char* format = "results/1";

json to_json(const row& each) {
  json line{{"claim", each.claim},
            {"case", each.case_name},
            {"method", each.method},
            {"build", name(each.build)},
            {"verdict", name(each.verdict)},
            {"milliseconds", each.milliseconds},
            {"text_sha256", each.text_sha256},
            {"reproduce", each.reproduce},
            {"details", each.details}};
  if (!each.measured.is_null()) line["measured"] = each.measured;
  if (!each.explored.is_null()) line["explored"] = each.explored;
  if (!each.intercepted.is_null()) line["intercepted"] = each.intercepted;
  if (!each.judged.empty()) line["judged"] = each.judged;
  if (each.is_optional) line["optional"] = true;
  if (each.expects != "PASS") line["expects"] = each.expects;
  return line;
}

/// Errors: json::exception, or std::bad_optional_access for a verdict or a build that there is not.
row row_from(const json& line) {
  return {.claim = line.at("claim"),
          .case_name = line.at("case"),
          .method = line.at("method"),
          .build = build_named(line.at("build").get<std::string>()).value(),
          .verdict = verdict_named(line.at("verdict").get<std::string>()).value(),
          .milliseconds = line.at("milliseconds"),
          .text_sha256 = line.at("text_sha256"),
          .reproduce = line.at("reproduce"),
          .details = line.at("details"),
          .measured = line.value("measured", json()),
          .explored = line.value("explored", json()),
          .intercepted = line.value("intercepted", json()),
          .judged = line.value("judged", ""),
          .is_optional = line.value("optional", false),
          .expects = line.value("expects", "PASS")};
}

void check_rows(results& read, const std::filesystem::path& file) {
  if (!read.header.is_object()) return;
  if (read.header.value("rows", json()) != read.rows.size())
    read.problems.push_back(fmt::format("{}: has {} rows, and its header says {}", file.string(), read.rows.size(),
                                        read.header.value("rows", json()).dump()));
  if (read.header.value("manifest_sha256", json()) != manifest_sha256(read.rows))
    read.problems.push_back(fmt::format(
        "{}: its rows are not those of its manifest: some are missing, changed or too many", file.string()));
  if (read.footer.is_object() && read.footer.value("counts", json()) != json(count_verdicts(read.rows)))
    read.problems.push_back(fmt::format("{}: its rows do not add up to the counts in its footer", file.string()));
}

}  // namespace

bool counts(const row& of) {
  return of.verdict != verdict::unsupported || !of.is_optional;
}

std::string manifest_sha256(const std::vector<row>& rows) {
  std::vector<std::string> lines;
  for (const auto& each : rows)
    lines.push_back(fmt::format("{} {} {}\n", each.claim, each.case_name, name(each.build)));
  std::ranges::sort(lines);
  std::string manifest;
  for (const auto& line : lines) manifest += line;
  return sha256(manifest);
}

std::map<std::string, std::size_t> count_verdicts(const std::vector<row>& rows) {
  std::map<std::string, std::size_t> counts;
  for (const auto& each : rows) ++counts[std::string(name(each.verdict))];
  return counts;
}

std::string text_of(const results& run) {
  framed_lines lines{.header = run.header, .rows = {}, .footer = run.footer, .problems = {}};
  lines.header["fearless"] = format;
  lines.header["rows"] = run.rows.size();
  lines.header["manifest_sha256"] = manifest_sha256(run.rows);
  for (const auto& each : run.rows) lines.rows.push_back(to_json(each));
  lines.footer["complete"] = true;
  lines.footer["counts"] = count_verdicts(run.rows);
  return text_of(lines);
}

results read_results(const std::filesystem::path& file) {
  framed_lines lines = read_framed(file, format);
  results read{.header = std::move(lines.header),
               .rows = {},
               .footer = std::move(lines.footer),
               .problems = std::move(lines.problems)};
  for (const auto& line : lines.rows) try {
      read.rows.push_back(row_from(line));
    } catch (const std::exception&) {
      read.problems.push_back(fmt::format("{}: a row can't be understood: {}", file.string(), line.dump()));
    }
  check_rows(read, file);
  return read;
}

}  // namespace fearless::certifier

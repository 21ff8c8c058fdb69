// SPDX-License-Identifier: MIT
#include "results.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "digest.hpp"
#include "json_lines.hpp"
#include "run_json.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

constexpr const char* format = "results/1";

json demonstrations_of(const std::vector<row>& rows) {
  const demonstration_count found = count_demonstrations(rows);
  return {{"passed", found.passed}, {"of", found.of}};
}

json counts_of(const std::vector<row>& rows) {
  json counts = json::object();
  for (const auto& [seen, count] : count_verdicts(rows)) counts[std::string(name(seen))] = count;
  return counts;
}

/// Compares the rows with what header and footer state about them.
void check_frame(const framed_lines& lines, const std::filesystem::path& file, results& read) {
  if (!lines.header.is_object()) return;
  if (const json rows = lines.header.value("rows", json()); rows != read.rows.size())
    read.problems.push_back(
        fmt::format("{}: has {} rows, but its header says {}", file.string(), read.rows.size(), shown(rows)));
  if (lines.header.value("manifest_sha256", json()) != manifest_sha256(read.rows))
    read.problems.push_back(
        fmt::format("{}: its rows do not match its manifest: rows are missing, changed or added", file.string()));
  if (lines.footer.is_object() && (lines.footer.value("counts", json()) != counts_of(read.rows) ||
                                   lines.footer.value("demonstrations", json()) != demonstrations_of(read.rows)))
    read.problems.push_back(fmt::format("{}: its rows do not match the counts in its footer", file.string()));
}

}  // namespace

std::string title_of(const row& of) {
  return of.case_name.empty() ? of.claim : fmt::format("{} ({})", of.case_name, name(of.build));
}

bool counts(const row& of) {
  return of.verdict != verdict::unsupported || !of.is_optional;
}

bool is_tallied(const row& of) {
  return counts(of) && !of.is_demonstration;
}

demonstration_count count_demonstrations(const std::vector<row>& rows) {
  demonstration_count found;
  for (const row& each : rows) {
    if (!each.is_demonstration || each.verdict == verdict::unsupported || each.verdict == verdict::not_run) continue;
    ++found.of;
    found.passed += each.verdict == verdict::pass ? 1 : 0;
  }
  return found;
}

bool is_failure(verdict seen) {
  return seen >= verdict::crash && seen <= verdict::fail;
}

bool is_wrong(const row& of) {
  return is_failure(of.verdict) && !of.is_demonstration;
}

bool discredits(const row& of) {
  return of.verdict == verdict::invalid || (of.is_demonstration && is_failure(of.verdict));
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

std::string claims_sha256(const results& run) {
  std::set<std::string> lines;
  for (const row& each : run.rows) {
    const auto found = run.header.claims.find(each.claim);
    lines.insert(fmt::format("{} {} {} {}\n", each.claim, found == run.header.claims.end() ? "" : found->second,
                             each.text_sha256, each.is_demonstration ? "demonstration" : "claim"));
  }
  return sha256(fmt::format("{}", fmt::join(lines, "")));
}

std::map<verdict, std::size_t> count_verdicts(const std::vector<row>& rows) {
  std::map<verdict, std::size_t> counts;
  for (const auto& each : rows)
    if (!each.is_demonstration) ++counts[each.verdict];
  return counts;
}

std::string text_of(const results& run) {
  framed_lines lines{.header = to_json(run.header), .rows = {}, .footer = to_json(run.summary), .problems = {}};
  lines.header["fearless"] = format;
  lines.header["rows"] = run.rows.size();
  lines.header["manifest_sha256"] = manifest_sha256(run.rows);
  for (const auto& each : run.rows) lines.rows.push_back(to_json(each));
  lines.footer["complete"] = true;
  lines.footer["counts"] = counts_of(run.rows);
  lines.footer["demonstrations"] = demonstrations_of(run.rows);
  return text_of(lines);
}

results read_results(const std::filesystem::path& file) {
  framed_lines lines = read_framed(file, format, most_bytes_of_results);
  results read{.problems = std::move(lines.problems)};
  const auto take = [&](const json& line, auto read_line) {
    if (line.is_object()) try {
        read_line(line);
      } catch (const std::exception&) {
        read.problems.push_back(fmt::format("{}: can't read the line {}", file.string(), shown(line)));
      }
  };
  take(lines.header, [&](const json& line) { read.header = header_from(line); });
  for (const auto& each : lines.rows) take(each, [&](const json& line) { read.rows.push_back(row_from(line)); });
  take(lines.footer, [&](const json& line) { read.summary = summary_from(line); });
  check_frame(lines, file, read);
  return read;
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "run_part.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "digest.hpp"
#include "error.hpp"
#include "json_lines.hpp"
#include "levels.hpp"
#include "received_run.hpp"
#include "row_rules.hpp"
#include "run_json.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A part that was handed over.
struct received_part {
  std::string file;
  run_part part;
  json common;  ///< of its header, what all parts have in common
};

json counts_in(const run_part& part) {
  json counts = json::object();
  for (const auto& [seen, count] : count_verdicts(part.run.rows)) counts[std::string(name(seen))] = count;
  return counts;
}

/// Everything but what differs between parts. A part loads and reads what its own rows need. One without compile-time
/// cases does not ask rustc for its version.
json common_to_parts(json header) {
  for (const char* own : {"started", "rows", "manifest_sha256", "containment"}) header.erase(own);
  for (const char* own : {"part", "places"}) header["shard"].erase(own);
  header["toolchain"].erase("system");
  json& judged = header["implementation"];
  for (json& library : judged["libraries"]) library.erase("loads");
  if (judged.contains("native_bindings"))
    for (const char* own : {"compiler", "reads"}) judged["native_bindings"].erase(own);
  return header;
}

/// The text before the last line.
std::string_view contents_of(std::string_view text) {
  return text.substr(0, text.rfind('\n', text.size() - 2) + 1);
}

received_part read_part(const fs::path& file) {
  received_rows read = read_received_part(file);
  const json& about = read.header["shard"];
  if (about["of"] > most_parts || about["part"] > about["of"] || about["part"] < 1)
    throw user_error(fmt::format("{}: part {} of {} is no part of a run: judge it again", file.string(),
                                 shown(about["part"]), shown(about["of"])));
  received_part made{.file = file.string(),
                     .part = {.number = about["part"],
                              .of = about["of"],
                              .partition_sha256 = about["partition_sha256"],
                              .places = about["places"],
                              .run = std::move(read.run)},
                     .common = common_to_parts(read.header)};
  const auto require = [&](bool holds, std::string_view what) {
    if (!holds) throw user_error(fmt::format("{}: {}: judge this part again", made.file, what));
  };
  const std::vector<row>& rows = made.part.run.rows;
  require(read.footer["contents_sha256"] == sha256(std::string(contents_of(read.text))),
          "it was changed, or is damaged: its digest is another one");
  require(read.header["rows"] == rows.size() && read.header["manifest_sha256"] == manifest_sha256(rows) &&
              read.footer["counts"] == counts_in(made.part) && made.part.places.size() == rows.size() && !rows.empty(),
          "its rows are not those of its header and footer");
  require(made.part.run.header.controls.believable(), "its machine missed a control");
  return made;
}

/// Where two values differ, and what is there.
struct difference {
  std::string place;
  json one, other;
};

std::optional<difference> first_difference(const json& one, const json& other, const std::string& place = {}) {
  if (one == other) return std::nullopt;
  json both = one;
  if (one.is_object() && other.is_object()) {
    both.update(other);
    for (const auto& [field, unused] : both.items())
      if (auto found = first_difference(one.value(field, json()), other.value(field, json()),
                                        place.empty() ? field : place + "/" + field))
        return found;
  }
  return difference{place, one, other};
}

/// Only parts of one run can be merged.
void require_common(const received_part& one, const received_part& other) {
  const auto refuse = [&](std::string_view what, const json& of_one, const json& of_other) {
    throw user_error(fmt::format("{} and {}: {} differs: {} and {}; give the parts of one run", one.file, other.file,
                                 what, shown(of_one), shown(of_other)));
  };
  if (const auto found = first_difference(one.common, other.common)) refuse(found->place, found->one, found->other);
  const auto rustc = [](const received_part& of) {
    const auto& bindings = of.part.run.header.implementation.native_bindings;
    return bindings ? bindings->compiler : std::string();
  };
  if (!rustc(one).empty() && !rustc(other).empty() && rustc(one) != rustc(other))
    refuse("implementation/native_bindings/compiler", rustc(one), rustc(other));
}

/// Each part is there once.
void require_all(const std::vector<received_part>& parts) {
  std::map<unsigned, const received_part*> by_number;
  const unsigned of = parts.front().part.of;
  for (const received_part& each : parts)
    if (const auto [same, is_new] = by_number.try_emplace(each.part.number, &each); !is_new)
      throw user_error(fmt::format("{} and {}: both are part {} of {}: give each part once", same->second->file,
                                   each.file, each.part.number, of));
  std::vector<unsigned> missing;
  for (unsigned number = 1; number <= of; ++number)
    if (!by_number.contains(number)) missing.push_back(number);
  if (!missing.empty())
    throw user_error(fmt::format("{}: it is one of {} parts, of which these are missing: {}; give all of them",
                                 parts.front().file, of, fmt::join(missing, ", ")));
}

/// All rows, in the order of the plan.
std::vector<row> rows_in_order(std::vector<received_part>& parts) {
  std::vector<std::string> lines;
  std::map<std::size_t, std::pair<const received_part*, row*>> rows;
  for (received_part& each : parts)
    for (std::size_t i = 0; i < each.part.places.size(); ++i) {
      row& of = each.part.run.rows[i];
      lines.push_back(line_of_partition(each.part.number, of));
      if (const auto [same, is_new] = rows.try_emplace(each.part.places[i], &each, &of); !is_new)
        throw user_error(fmt::format("{} and {}: both have the row in the place {}; give the parts of one run",
                                     same->second.first->file, each.file, each.part.places[i]));
    }
  if (rows.rbegin()->first != rows.size() - 1 ||
      sha256_of_partition(std::move(lines)) != parts.front().part.partition_sha256)
    throw user_error(fmt::format("{} to {}: their rows are not those of their partition; give the parts of one run",
                                 parts.front().file, parts.back().file));
  std::vector<row> ordered;
  for (auto& [place, found] : rows) ordered.push_back(std::move(*found.second));
  return ordered;
}

/// Collects the files that the parts judged with the implementation's own.
class joined_files {
 public:
  /// Errors: user_error if another part has this file with another digest.
  void add(const received_part& from, const std::vector<judged_part>& files) {
    for (const judged_part& each : files)
      if (const auto& [first, known] = files_.try_emplace(each.name, &from, each).first->second; known != each)
        throw user_error(fmt::format("{} and {}: the digest of {} differs: {} and {}; give the parts of one run",
                                     first->file, from.file, shown(each.name), known.sha256, each.sha256));
  }

  [[nodiscard]] std::vector<judged_part> all() const {
    std::vector<judged_part> found;
    for (const auto& [name, file] : files_) found.push_back(file.second);
    return found;
  }

 private:
  std::map<std::string, std::pair<const received_part*, judged_part>> files_;
};

/// What the parts judged of one library, or of the bindings.
template <class FilesOf>
std::vector<judged_part> joined(const std::vector<received_part>& parts, FilesOf files_of) {
  joined_files all;
  for (const received_part& each : parts) all.add(each, files_of(each.part.run.header.implementation));
  return all.all();
}

/// The run was contained if each part was.
containment joined_containment(const std::vector<received_part>& parts) {
  std::set<std::string> reasons;
  for (const received_part& each : parts)
    if (const containment& of = each.part.run.header.containment; !of.is_possible) reasons.insert(of.reason);
  return {.is_possible = reasons.empty(), .reason = fmt::format("{}", fmt::join(reasons, "; "))};
}

/// The header of the whole run: when it began, on which systems, and with which files.
run_header common_header(const std::vector<received_part>& parts) {
  run_header made = parts.front().part.run.header;
  std::set<std::string> systems;
  for (const received_part& each : parts) {
    const run_header& of = each.part.run.header;
    made.origin.started = std::min(made.origin.started, of.origin.started);
    systems.insert(of.origin.toolchain.system);
    if (of.implementation.native_bindings && !of.implementation.native_bindings->compiler.empty())
      made.implementation.native_bindings = of.implementation.native_bindings;
  }
  made.containment = joined_containment(parts);
  for (const auto& [build, digest] : made.implementation.libraries)
    made.implementation.loads[build] = joined(parts, [&](const judged_implementation& of) {
      const auto found = of.loads.find(build);
      return found == of.loads.end() ? std::vector<judged_part>() : found->second;
    });
  if (made.implementation.native_bindings)
    made.implementation.native_bindings->reads =
        joined(parts, [](const judged_implementation& of) { return of.native_bindings->reads; });
  made.origin.toolchain.system = fmt::format("{}", fmt::join(systems, ", "));
  return made;
}

std::map<std::string, std::string> common_explanations(const std::vector<received_part>& parts) {
  std::map<std::string, std::pair<const received_part*, std::string>> found;
  std::map<std::string, std::string> explanations;
  for (const received_part& each : parts)
    for (const auto& [claim, words] : each.part.run.summary.explanations) {
      const auto& [from, first] = found.try_emplace(claim, &each, words).first->second;
      if (first != words)
        throw user_error(fmt::format("{} and {}: the explanation of {} differs: {} and {}; give the parts of one run",
                                     from->file, each.file, shown(claim), shown(first), shown(words)));
      explanations[claim] = words;
    }
  return explanations;
}

}  // namespace

std::string line_of_partition(unsigned part, const row& of) {
  return fmt::format("{} {} {} {}\n", part, of.claim, of.case_name, name(of.build));
}

std::string sha256_of_partition(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  return sha256(fmt::format("{}", fmt::join(lines, "")));
}

std::string text_of(const run_part& part) {
  framed_lines lines{.header = to_json(part.run.header), .rows = {}, .footer = {}, .problems = {}};
  lines.header["fearless"] = "shard/1";
  lines.header["shard"] = {
      {"part", part.number}, {"of", part.of}, {"partition_sha256", part.partition_sha256}, {"places", part.places}};
  lines.header["rows"] = part.run.rows.size();
  lines.header["manifest_sha256"] = manifest_sha256(part.run.rows);
  for (const row& each : part.run.rows) lines.rows.push_back(to_json(each));
  lines.footer = {{"complete", true}, {"counts", counts_in(part)}, {"explanations", part.run.summary.explanations}};
  lines.footer["contents_sha256"] = sha256(std::string(contents_of(text_of(lines))));
  return text_of(lines);
}

results merged(const std::vector<fs::path>& files) {
  std::vector<received_part> parts;
  for (const fs::path& each : files) {
    parts.push_back(read_part(each));
    require_common(parts.front(), parts.back());
  }
  require_all(parts);
  results run{.header = common_header(parts), .rows = rows_in_order(parts), .summary = {}};
  run.summary.explanations = common_explanations(parts);
  run.summary = summary_of(run);
  if (const auto wrong = impossibilities(run); !wrong.empty())
    throw user_error(fmt::format("{} to {}: they contradict each other: {}; judge the parts again", parts.front().file,
                                 parts.back().file, wrong.front()));
  return run;
}

}  // namespace fearless::certifier

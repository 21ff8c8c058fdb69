// SPDX-License-Identifier: MIT
#include "ownership_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "error.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "json_lines.hpp"
#include "ownership_check.hpp"
#include "run_json.hpp"
#include "sources.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string field_of(const fs::path& file, std::string_view name) {
  const auto found = find_header_field(read_text(file), name);
  if (!found || found->value.empty())
    throw user_error(
        fmt::format("{}: the line `// {}: …` is missing in the first comment: add it", file.string(), name));
  return found->value;
}

json to_json(const ownership_row& row) {
  json seen = json::object();
  for (const ownership_tool tool : ownership_tools) {
    const auto found = row.answers.find(tool);
    seen[std::string(name(tool))] =
        found == row.answers.end() ? json() : json{{"rejects", found->second.rejects}, {"code", found->second.code}};
  }
  return {{"program", row.name},
          {"claim", row.claim},
          {"expected", row.expected},
          {"known_false_negative", row.is_known_false_negative() ? json(row.known_false_negative) : json()},
          {"seen", seen},
          {"seen_by", row.seen_by()},
          {"as_expected", row.is_as_expected()}};
}

}  // namespace

bool ownership_row::is_rejected_by(ownership_tool tool) const {
  const auto found = answers.find(tool);
  return found != answers.end() && found->second.rejects;
}

std::string ownership_row::seen_by() const {
  std::vector<std::string_view> tools;
  for (const ownership_tool tool : {ownership_tool::clang, ownership_tool::clang_tidy, ownership_tool::gcc})
    if (is_rejected_by(tool)) tools.push_back(certifier::name(tool));
  return tools.empty() ? "nothing" : fmt::format("{}", fmt::join(tools, ", "));
}

bool ownership_row::is_as_expected() const {
  if (is_known_false_negative()) return expected == seen_by();
  const auto found = answers.find(is_tidy_check(expected) ? ownership_tool::clang_tidy : ownership_tool::clang);
  return found != answers.end() && found->second.rejects && is_expected(found->second.code);
}

std::string ownership_row::difference() const {
  std::string said = fmt::format("expected: rejected {} {}; actual: rejected by {}",
                                 is_known_false_negative() ? "by" : "with", expected, seen_by());
  for (const auto& [tool, answer] : answers)
    if (answer.rejects_twin) said += fmt::format("; {} rejects its accepted half too", certifier::name(tool));
  return said;
}

bool ownership_matrix::holds() const {
  return std::ranges::all_of(rows, &ownership_row::is_as_expected);
}

std::vector<ownership_row> wrong_programs(const fs::path& source, const catalogue& claims) {
  std::vector<ownership_row> programs;
  for (const case_file& each : case_files(source, claims))
    if (each.method == method::reject && each.file.extension() == ".cpp")
      programs.push_back({.name = each.name,
                          .claim = each.claim,
                          .file = each.file,
                          .expected = diagnostic_code(field_of(each.file, "Rejected"))});

  const auto pairs = static_cast<std::ptrdiff_t>(programs.size());
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(source / "conformance" / "known-false-negatives", absent)) {
    const fs::path& file = entry.path();
    if (file.extension() != ".cpp") continue;
    const claim* owner = claims.owner_of(file.stem().string());
    programs.push_back({.name = file.stem(),
                        .claim = owner != nullptr ? owner->id : "",
                        .file = file,
                        .expected = field_of(file, "Seen by"),
                        .known_false_negative = field_of(file, "Wrong")});
  }
  std::ranges::sort(programs.begin() + pairs, programs.end(), {}, &ownership_row::name);
  return programs;
}

std::optional<fs::path> in_rust(const ownership_row& row) {
  fs::path counterpart = row.file;
  counterpart.replace_extension(".rs");
  if (fs::exists(counterpart)) return counterpart;
  return std::nullopt;
}

std::string text_of(const ownership_matrix& matrix) {
  framed_lines lines{.header = to_json(matrix.origin), .rows = {}, .footer = {}, .problems = {}};
  for (const ownership_row& row : matrix.rows) lines.rows.push_back(to_json(row));
  lines.header["fearless"] = "ownership/1";
  lines.header["rows"] = lines.rows.size();
  lines.footer = {{"complete", true},
                  {"verdict", matrix.holds() ? "the tools answer as expected" : "a tool answers differently"}};
  return text_of(lines);
}

}  // namespace fearless::certifier

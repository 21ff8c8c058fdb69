// SPDX-License-Identifier: MIT
#include "diff_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "diff_words.hpp"

namespace fearless::certifier {

namespace {

constexpr std::size_t most_of_a_kind = 50;
// A reason such as a missing library applies to many claims, so it is printed once.
constexpr std::size_t most_alike = 3;

std::string line_for(std::string_view role, const run_in_short& run) {
  return fmt::format("{:<8}{} {}: {}, {} rows, of {}\n", role, brief(run.name), brief(run.release), name(run.verdict),
                     run.rows, brief(run.started));
}

std::string line_for(const level_change& of) {
  std::string line = fmt::format("  {}: {} -> {}", brief(of.profile), words_for(of.before), words_for(of.after));
  if (const auto lost = of.lost(); !lost.empty()) line += "; lost: " + names_of(lost, ", ");
  if (const auto gained = of.gained(); !gained.empty()) line += "; gained: " + names_of(gained, ", ");
  return line + "\n";
}

std::string verdicts_of(const claim_change& of) {
  return fmt::format("{} -> {}", word_for(of.before), word_for(of.after));
}

std::string line_for(const claim_change& of) {
  std::string line = fmt::format("  {}: {}", brief(of.claim), verdicts_of(of));
  if (!of.test.empty()) line += fmt::format(", {}{}", of.after == verdict::pass ? "before " : "", brief(of.test));
  if (!of.detail.empty()) line += ": " + brief(of.detail);
  return line + "\n";
}

/// Claims that changed for the same reason: the reason once, and their names.
std::string lines_for(const std::vector<const claim_change*>& alike) {
  const claim_change& first = *alike.front();
  std::string line = fmt::format("  {}, {}", verdicts_of(first), counted(alike.size(), "claim"));
  if (!first.detail.empty()) line += ": " + brief(first.detail);
  line += "\n    ";
  for (std::size_t i = 0; i < std::min(alike.size(), most_of_a_kind); ++i)
    line += (i == 0 ? "" : ", ") + brief(alike[i]->claim);
  if (alike.size() > most_of_a_kind) line += fmt::format(" and {} more", alike.size() - most_of_a_kind);
  return line + "\n";
}

std::string lines_for(const diff_section& section) {
  std::map<std::tuple<std::optional<verdict>, std::optional<verdict>, std::string>, std::vector<const claim_change*>>
      by_reason;
  for (const claim_change& each : section.changes) by_reason[{each.after, each.before, each.detail}].push_back(&each);
  std::string lines = fmt::format("{} ({})\n", section.title, counted(section.changes.size(), "claim"));
  std::size_t printed = 0;
  for (const auto& [reason, alike] : by_reason) {
    if (alike.size() > most_alike) {
      lines += lines_for(alike);
      continue;
    }
    for (const claim_change* each : alike)
      if (printed++ < most_of_a_kind) lines += line_for(*each);
  }
  if (printed > most_of_a_kind) lines += fmt::format("  and {} more\n", printed - most_of_a_kind);
  return lines;
}

}  // namespace

std::string plain_text_of(const run_difference& found) {
  std::string text = line_for("before", found.before) + line_for("after", found.after);
  for (const std::string& each : warnings_of(found)) text += each + "\n";
  std::string levels;
  for (const level_change& each : found.levels)
    if (each.before != each.after) levels += line_for(each);
  if (!levels.empty()) text += "levels\n" + levels;
  for (const diff_section& each : sections_of(found)) text += lines_for(each);
  if (!found.circumstances.empty()) text += "what else is different\n";
  for (const circumstance& each : found.circumstances)
    text += fmt::format("  {}: {} -> {}\n", each.what, brief(each.before), brief(each.after));
  return text + conclusion_of(found) + "\n";
}

}  // namespace fearless::certifier

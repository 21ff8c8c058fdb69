// SPDX-License-Identifier: MIT
#include "run_record.hpp"

#include <algorithm>
#include <array>

namespace fearless::certifier {

namespace {

constexpr std::array all_levels{level::behaves, level::race_checked, level::typed};
constexpr std::array all_conclusions{conclusion::conforming, conclusion::not_conforming, conclusion::could_not_tell};

}  // namespace

std::string_view name(level value) {
  switch (value) {
    case level::behaves:
      return "behaves";
    case level::race_checked:
      return "race-checked";
    case level::typed:
      return "typed";
  }
  return "typed";
}

std::optional<level> level_named(std::string_view wanted) {
  const auto* found = std::ranges::find(all_levels, wanted, [](level each) { return name(each); });
  if (found == all_levels.end()) return std::nullopt;
  return *found;
}

bool has_file_for(const judged_implementation& judged, build_kind build) {
  return build == build_kind::compile_time ? judged.native_bindings.has_value() : judged.libraries.contains(build);
}

bool is_fearless(const std::vector<level>& levels) {
  return levels.size() == all_levels.size();
}

std::string names_of(const std::vector<level>& levels, std::string_view separator) {
  std::string names;
  for (const level each : levels) names += std::string(names.empty() ? "" : separator) + std::string(name(each));
  return names;
}

std::string words_for(const std::vector<level>& levels, std::string_view separator) {
  if (is_fearless(levels)) return "fearless";
  return levels.empty() ? "no level" : names_of(levels, separator);
}

std::string_view name(conclusion value) {
  switch (value) {
    case conclusion::conforming:
      return "conforming";
    case conclusion::not_conforming:
      return "not conforming";
    case conclusion::could_not_tell:
      return "could not tell";
  }
  return "could not tell";
}

std::optional<conclusion> conclusion_named(std::string_view wanted) {
  const auto* found = std::ranges::find(all_conclusions, wanted, [](conclusion each) { return name(each); });
  if (found == all_conclusions.end()) return std::nullopt;
  return *found;
}

int exit_code(conclusion value) {
  return static_cast<int>(value);
}

}  // namespace fearless::certifier

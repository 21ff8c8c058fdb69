// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "containment.hpp"
#include "implementation.hpp"

namespace fearless::certifier {

/// What a profile can reach, in the order in which levels are listed.
enum class level {
  behaves,       ///< the run-time cases pass
  race_checked,  ///< they pass under the race detector
  typed          ///< the compile-time cases pass
};

/// `behaves`, `race-checked`, `typed`.
std::string_view name(level value);

/// The level of that name, or nothing.
std::optional<level> level_named(std::string_view name);

/// Levels of each profile, by its name; the levels in their order.
using levels_by_profile = std::map<std::string, std::vector<level>>;

/// Whether these are all three levels: such a profile is *fearless*.
bool is_fearless(const std::vector<level>& levels);

/// The names of the levels between separators.
std::string names_of(const std::vector<level>& levels, std::string_view separator);

/// `fearless`, `no level`, or the names of the levels between separators.
std::string words_for(const std::vector<level>& levels, std::string_view separator);

/// The conclusion of a whole run.
enum class conclusion { conforming, not_conforming, could_not_tell };

/// `conforming`, `not conforming`, `could not tell`.
std::string_view name(conclusion value);

/// The conclusion of that name, or nothing.
std::optional<conclusion> conclusion_named(std::string_view name);

/// 0, 1, 2.
int exit_code(conclusion value);

/// Why a profile lacks levels.
struct shortfall {
  std::size_t failing = 0;             ///< number of claims that do not hold
  std::size_t undecided = 0;           ///< number of further claims that could not be judged
  std::vector<std::string> lacking{};  ///< missing features, as the cases report them, each once

  bool operator==(const shortfall&) const = default;
};

/// The results of the controls: whether the detectors work on this machine.
struct controls_report {
  std::size_t caught = 0, of = 0;       ///< known-bad programs that were detected, of how many
  std::size_t clean = 0, clean_of = 0;  ///< clean twins that passed, of how many
  std::vector<std::string> missed{};    ///< one line for each control with a wrong verdict

  /// Whether the other results of the run are valid.
  [[nodiscard]] bool believable() const { return of > 0 && caught == of && clean == clean_of; }
};

/// The compiler and the machine of a run.
struct toolchain {
  std::string compiler, system, processor;
};

/// Which suite made a run, when, and with which tools.
struct run_origin {
  std::string suite;    ///< version
  std::string commit;   ///< of the suite
  std::string started;  ///< in UTC, as `2026-01-31T12:00:00Z`
  certifier::toolchain toolchain{};
};

/// A file that was judged as a part of another one.
struct judged_part {
  std::string name;  ///< without the folders that differ from machine to machine
  std::string sha256;

  bool operator==(const judged_part&) const = default;
};

/// The native bindings that were judged.
struct judged_bindings {
  std::string sha256;
  std::string compiler{};  ///< rustc's version line, if rustc was called
  std::vector<std::string> flags{};
  std::vector<judged_part> reads{};  ///< what compiler and linker read for them from outside the system
};

/// The implementation that a run judged, identified by digests.
struct judged_implementation {
  std::string name, release, language;
  std::string description{}, homepage{};
  std::string sources{};                          ///< whether both builds are of the same sources; empty for one
  std::map<build_kind, std::string> libraries{};  ///< SHA-256 of each library
  std::map<build_kind, std::vector<judged_part>> loads{};  ///< what each of them loads from outside the system
  std::optional<judged_bindings> native_bindings{};
};

/// Whether there was a library, or native bindings, to judge in this build.
bool has_file_for(const judged_implementation& judged, build_kind build);

/// The header of results.jsonl.
struct run_header {
  run_origin origin{};
  controls_report controls{};
  certifier::containment containment{};
  judged_implementation implementation{};
  std::vector<std::string> profiles{};
  std::vector<std::string> requested_profiles{};  ///< of these, those that were selected by name
  std::map<std::string, std::string> claims{};    ///< the claims that were judged, by id, each with its profile
};

/// The footer of results.jsonl: what follows from the rows.
struct run_summary {
  conclusion verdict = conclusion::could_not_tell;
  levels_by_profile levels{};
  levels_by_profile not_certifiable{};
  std::map<level, std::string> not_judged{};          ///< for each level the reason
  std::map<std::string, shortfall> shortfalls{};      ///< by profile
  std::map<std::string, std::string> explanations{};  ///< by claim, for claims that do not hold
};

}  // namespace fearless::certifier

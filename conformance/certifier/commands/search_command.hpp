// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "paths.hpp"

namespace fearless::certifier {

struct search_command_options {
  std::string implementation = "reference";      ///< a name in the tree, or the path of an implementation.json
  std::optional<std::string> mutant;             ///< a mutant, in place of an implementation
  std::optional<std::string> only;               ///< one build: plain or instrumented
  double minutes = 1;                            ///< for all builds together
  std::optional<std::uint64_t> seed;             ///< of the first scenario; default: where the last search ended
  bool keeps_going = false;                      ///< also after a violation, until the time is up
  bool fresh = false;                            ///< forgets earlier searches
  bool as_certified = false;                     ///< executes what a certificate does, and reduces nothing
  std::optional<std::filesystem::path> replay;   ///< a file that holds a finding: only its execution is repeated
  std::optional<std::filesystem::path> out;      ///< folder of the findings; default: that of the results
  std::optional<std::filesystem::path> save_as;  ///< a source file for the first finding, as a case of its own
};

/// `fearless search`: executes generated scenarios until one violates a claim or the time is up, reduces what it finds,
/// and writes it to a file that `--replay` takes. If it keeps going, it does so with one violation of each claim. It
/// goes on from where the last search of this name ended, which is kept in a file in the folder of the findings. As
/// certified, a search has no time limit, keeps nothing for the next one, and shows what is found as it was found.
/// Returns the exit code: 0 if nothing was found, 1 if something was, 2 if too many executions did not end to say so.
/// Errors: `user_error`, also after a signal, when it has written where to go on.
int search_scenarios(const paths& places, const search_command_options& options);

}  // namespace fearless::certifier

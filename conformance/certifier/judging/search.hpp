// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "guidance.hpp"
#include "paths.hpp"
#include "scenario_run.hpp"

namespace fearless::certifier {

/// A scenario of the corpus: `conformance/scenarios/corpus/<name>.scenario`.
struct corpus_entry {
  std::string name;
  scenarios::scenario what;
};

/// The corpus, sorted by name. Errors: `user_error` for a file that is no scenario.
std::vector<corpus_entry> corpus_of(const std::filesystem::path& source);

/// The part of a batch that one process executed.
struct process_history {
  std::shared_ptr<const std::vector<scenarios::batch_entry>> batch;
  std::size_t first = 0, last = 0;  ///< of its entries, inclusive
};

/// A violation that a scenario showed.
struct scenario_finding {
  verdict seen{};
  std::vector<std::string> claims;  ///< that it breaks, the most specific first; none: no single one is at fault
  std::string what;                 ///< what happened, in one line
  std::string rule;                 ///< as in `scenarios::violation`
  std::string from;                 ///< the corpus' scenario, or the seed of the generated one
  scenarios::batch_entry entry;     ///< the scenario with the one execution that showed it
  process_history process{};        ///< what was executed before it
  std::uint64_t found_at = 0;       ///< the number of executions until then
};

/// How much a search does.
struct search_extent {
  std::uint64_t first_seed = 1;    ///< of the generated scenarios
  std::uint64_t scenarios = 500;   ///< how many are generated
  bool with_large_counts = true;   ///< whether the scenarios of the corpus are executed that repeat a step very often
  bool with_older_values = false;  ///< whether strategies are used that let loads read older values
};

/// How much a certificate searches in this build. An instrumented library takes several times as long for a scenario;
/// what happens at a large count does not depend on the build.
search_extent extent_for(build_kind build);

/// What a search did and found.
struct search_report {
  std::uint64_t scenarios = 0, executions = 0;
  std::uint64_t unjudged = 0;                ///< executions that nothing can be said about
  std::uint64_t failures = 0;                ///< executions that broke a claim, known or not, or did not end
  std::uint64_t effort = 0;                  ///< what these cost, in new processes
  scenarios::performed_actions performed{};  ///< by the scenarios
  std::vector<scenario_finding> findings;    ///< the first one for each rule and set of claims
  std::vector<scenario_finding> undecided;   ///< of what did not end: each step that it was in, with the claims on it
  std::chrono::milliseconds elapsed{};
};

/// So much effort on failures is enough for a certificate, and to see whether a mutant is killed. A search that goes on
/// would only take time.
inline constexpr std::uint64_t most_effort = 1000;

/// Adds what another search of the same library did and found. The searches went on at the same time.
void add(search_report& to, search_report more);

/// Asked after each finding and each part of a search, with what was found so far: whether it goes on.
using search_listener = std::function<bool(const search_report& so_far)>;

/// Executes the corpus and then generated scenarios, each under several strategies. Where it is `guided`, the guidance
/// draws the scenarios and knows at each moment how far the search has come, also after an error; a search that goes on
/// from an earlier one leaves out the corpus. Blocks. Errors: `user_error`, `interrupted`. Thread safety: several
/// searches may run at once, each with a guidance of its own.
search_report search(const suite& program, const std::filesystem::path& library,
                     const std::vector<corpus_entry>& corpus, const search_extent& extent,
                     const search_listener& goes_on, guidance* guided = nullptr);

/// Executes these scenarios of the corpus only, as `search` does.
search_report execute_corpus(const suite& program, const std::filesystem::path& library,
                             const std::vector<corpus_entry>& corpus, const search_extent& extent,
                             const search_listener& goes_on);

}  // namespace fearless::certifier

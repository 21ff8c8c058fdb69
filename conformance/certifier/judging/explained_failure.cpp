// SPDX-License-Identifier: MIT
#include "explained_failure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <iterator>
#include <regex>
#include <utility>

#include "error.hpp"
#include "execution_trace.hpp"
#include "failure_fingerprint.hpp"
#include "files.hpp"
#include "narration.hpp"
#include "simplification.hpp"
#include "source_places.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace {

using nlohmann::json;
using clock = std::chrono::steady_clock;

// Simplification ends then with what it has found.
constexpr std::chrono::seconds most_time{8};

/// A recording of the test program.
struct recording {
  bool models_memory = false;
  std::uint64_t seed = 0;
  departures all{};
};

/// Nothing if it is malformed: the judged library may have written it.
std::optional<recording> recording_in(const std::string& text) try {
  constexpr std::size_t most = 5000;
  static const json head_form{{"memory", "boolean"}, {"seed", "seed"}};
  static const json kinds = "switches|times_out|wakes|is_woken|goes_on|reads|fails|is_late";
  const auto lines = lines_of(text);
  if (lines.empty() || lines.size() > most) return std::nullopt;
  const json head = parse_strictly(lines.front(), "");
  require_form(head, head_form, "");
  recording found{.models_memory = head["memory"], .seed = head["seed"]};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const json each = parse_strictly(lines[i], "");
    if (!each.is_array() || each.size() != 4) return std::nullopt;
    require_form(each[0], kinds, "");
    for (std::size_t at = 1; at < each.size(); ++at)
      if (!each[at].is_number_unsigned()) return std::nullopt;
    found.all.push_back(each.dump());
  }
  return found;
} catch (const user_error&) {
  return std::nullopt;
}

/// What two failures of the same kind have in common.
std::string kind_of(const case_result& result, row like) {
  if (result.explored)
    for (const explored_strategy& each : *result.explored)
      if (each.forbidden) return fmt::format("{}: {}", name(result.seen), each.forbidden->outcome);
  if (result.seen == verdict::deadlock) return std::string(name(result.seen));
  like.verdict = result.seen;
  like.details = result.details;
  return fingerprint_of(like);
}

/// Executes plans of one case, and counts them.
class experiment {
 public:
  experiment(const run_context& where, const row& failed, recording recorded)
      : suite_(where.programs.of(failed.build)),
        case_(*suite_.find(failed.case_name)),
        library_(*where.under_test.library(failed.build)),
        like_(failed),
        recorded_(std::move(recorded)) {}

  [[nodiscard]] executed_plans run(const std::vector<departures>& plans, with_trace traced = with_trace::no) {
    std::string text = fmt::format("{{\"memory\": {}, \"seed\": {}}}\n", recorded_.models_memory, recorded_.seed);
    for (const departures& each : plans) text += fmt::format("[{}]\n", fmt::join(each, ", "));
    executed_plans done = suite_.run_plans(case_, library_, text, traced);
    trials_ += done.result.wrong ? done.result.wrong->number : plans.size();
    return done;
  }

  /// The whole recording fails in a way that is to be kept; else says what happens.
  std::expected<void, std::string> begin() {
    const executed_plans first = run({recorded_.all});
    if (first.result.seen == verdict::timeout) return std::unexpected("the failed execution uses up its time");
    if (!is_failure(first.result.seen))
      return std::unexpected("the failed execution succeeds when its choices are repeated one by one");
    wanted_ = kind_of(first.result, like_);
    return {};
  }

  [[nodiscard]] bool fails_alike(const case_result& done) const {
    return is_failure(done.seen) && kind_of(done, like_) == wanted_;
  }

  /// The first plan that fails alike, also if it is the first execution of its process.
  std::optional<std::size_t> first_failing(const std::vector<departures>& plans) {
    for (std::size_t from = 0; from < plans.size() && !is_over();) {
      const executed_plans done = run({plans.begin() + static_cast<std::ptrdiff_t>(from), plans.end()});
      if (!done.result.wrong) return std::nullopt;
      const std::size_t number = done.result.wrong->seed, failed = from + number;
      if (failed >= plans.size()) return std::nullopt;
      if (fails_alike(done.result) && (number == 0 || fails_alike(run({plans[failed]}).result))) return failed;
      from = failed + 1;
    }
    return std::nullopt;
  }

  /// Whether no more time is to be spent.
  [[nodiscard]] bool is_over() const { return clock::now() - start_ > most_time; }

  [[nodiscard]] std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - start_);
  }

  [[nodiscard]] const recording& recorded() const { return recorded_; }
  [[nodiscard]] std::uint64_t trials() const { return trials_; }

 private:
  const suite& suite_;
  const suite_case& case_;
  const std::filesystem::path library_;
  const row& like_;
  recording recorded_;
  clock::time_point start_ = clock::now();
  std::string wanted_;
  std::uint64_t trials_ = 0;
};

/// The two accesses of a data race, as the detector reports them: `data race: write of size 4 at ring.hpp:31`.
std::vector<std::string> accesses_in(const std::vector<std::string>& details) {
  static const std::regex access(R"(^ *((?:previous )?(?:atomic )?(?:read|write) of size \d+) at 0x)",
                                 std::regex::icase);
  static const std::regex innermost(R"(^ *#0 .* ([^ :]+):(\d+)(?::\d+)? \()");
  std::vector<std::string> found;
  std::string what;
  std::smatch parts;
  for (const std::string& line : details) {
    if (std::regex_search(line, parts, access)) what = parts[1];
    if (what.empty() || !std::regex_search(line, parts, innermost)) continue;
    std::ranges::transform(what, what.begin(), [](unsigned char each) { return std::tolower(each); });
    found.push_back(fmt::format("data race: {} at {}:{}", std::exchange(what, {}),
                                std::filesystem::path(parts[1].str()).filename().string(), parts[2].str()));
  }
  return found;
}

/// Looks for another execution that fails alike with at most two switches, among all of them.
std::optional<departures> with_few_switches(const run_context& where, const row& failed, const experiment& trying) {
  const suite& program = where.programs.of(failed.build);
  search_options search;
  search.strategy = trying.recorded().models_memory ? "exhaustive-2-weak-2" : "exhaustive-2";
  constexpr std::uint64_t most_executions = 3000;
  search.executions = most_executions;
  constexpr std::chrono::seconds most_time_of_search{4};
  const suite_case& of = *program.find(failed.case_name);
  const auto& library = *where.under_test.library(failed.build);
  const auto found = program.run(of, library, most_time_of_search, search).result;
  if (!found.wrong || !trying.fails_alike(found)) return std::nullopt;
  const auto recorded = recording_in(program.departures_of(of, library, found.wrong->token()));
  if (!recorded || recorded->models_memory != trying.recorded().models_memory) return std::nullopt;
  return recorded->all;
}

std::set<code_address> addresses_in(const std::vector<traced_event>& events) {
  std::set<code_address> all;
  for (const traced_event& each : events) all.insert(each.frames.begin(), each.frames.end());
  return all;
}

}  // namespace

std::expected<explanation, std::string> explain(const run_context& where, const row& failed,
                                                const controlled_execution& execution) {
  const suite& program = where.programs.of(failed.build);
  if (!program.serialises(execution.strategy))
    return std::unexpected(fmt::format("under {} all threads run, and no schedule is recorded", execution.strategy));
  const auto recorded = recording_in(program.departures_of(*program.find(failed.case_name),
                                                           *where.under_test.library(failed.build), execution.token()));
  if (!recorded) return std::unexpected("the failed execution left no usable record of its choices");
  experiment trying(where, failed, *recorded);
  if (const auto fails = trying.begin(); !fails) return std::unexpected(fails.error());
  const plan_trial trial = [&](const std::vector<departures>& plans) { return trying.first_failing(plans); };
  const auto is_over = [&] { return trying.is_over(); };
  auto found = simplified(recorded->all, trial, is_over);
  constexpr std::size_t few = 3;
  if (found.plan.size() > few && !is_over())
    if (const auto other = with_few_switches(where, failed, trying); other && trial({*other}))
      if (auto simpler = simplified(*other, trial, is_over); simpler.plan.size() < found.plan.size())
        found = std::move(simpler);
  const executed_plans last = trying.run({found.plan}, with_trace::yes);
  if (!trying.fails_alike(last.result)) return std::unexpected("the shortest execution did not fail again");
  const auto events = read_trace(last.trace);
  narration told = narrated(events, find_places(addresses_in(events), where.places.source));
  std::ranges::move(accesses_in(last.result.details), std::back_inserter(told.end));
  return explanation{.models_memory = recorded->models_memory,
                     .seed = recorded->seed,
                     .departures = found.plan,
                     .trials = trying.trials(),
                     .milliseconds = trying.elapsed().count(),
                     .is_complete = found.is_minimal,
                     .threads = std::move(told.threads),
                     .steps = std::move(told.steps),
                     .end = std::move(told.end),
                     .expected = last.allowed};
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#include "testing/explore.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <nlohmann/json.hpp>

#include "events/events.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/interception/interception.hpp"
#include "scheduling/request.hpp"

namespace testing {

namespace {

using scheduling::strategy;
using clock = std::chrono::steady_clock;

// Of a strategy, where no number of executions is asked for. The processor's time comes first: on a busy machine a
// search takes longer, and is no shorter for that.
constexpr std::chrono::seconds most_processor_time{1};
constexpr std::chrono::seconds most_time{5};
constexpr std::uint64_t most_detached = 2;

std::uint64_t budget_of(strategy how) {
  if (how == strategy::exhaustive_2) return 1'000'000;
  return scheduling::serialises(how) ? 300 : 100;
}

/// The processor time that the process has used.
std::chrono::nanoseconds processor_time() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

/// Notes which execution is on, so that it is known where the process does not live to tell.
class execution_note {
 public:
  explicit execution_note(const std::string& file)
      : file_(file.empty() ? -1 : ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {}
  ~execution_note() {
    if (file_ >= 0) ::close(file_);
  }
  execution_note(const execution_note&) = delete;
  execution_note& operator=(const execution_note&) = delete;

  void write(strategy how, std::uint64_t seed, std::uint64_t number) const {
    if (file_ < 0) return;
    const auto line = fmt::format("{:<63}\n", fmt::format("{}:{} {}", scheduling::name(how), seed, number));
    if (::pwrite(file_, line.data(), line.size(), 0) < 0) _exit(2);
  }

 private:
  int file_;
};

/// What one strategy showed.
struct findings {
  std::uint64_t executions = 0, detached = 0;
  std::vector<std::uint64_t> points;
  std::map<std::string, std::uint64_t> seen;
  struct forbidden {
    std::string outcome;
    std::uint64_t seed, execution;
  };
  std::optional<forbidden> wrong;
  bool is_exhausted = false;
};

class explorer {
 public:
  explorer(const outcomes& declared, const std::function<std::string(std::mt19937_64&)>& execution)
      : declared_(declared), execution_(execution), asked_(scheduling::requested()), note_(asked_.execution_file) {}

  /// Goes through the strategy, tells of it, and returns the outcome that is forbidden, if there was one.
  std::optional<std::string> explore(strategy how) {
    if (!scheduling::serialises(how)) scheduling::detach();
    scheduling::keep_to_one_processor(scheduling::serialises(how));
    const auto start = clock::now();
    const findings found = how == strategy::exhaustive_2 ? search_all() : search(how);
    for (const auto& [outcome, count] : found.seen) seen_.insert_or_assign(outcome, count);
    tell(how, found, clock::now() - start);
    scheduling::keep_to_one_processor(false);
    if (found.wrong) return found.wrong->outcome;
    return std::nullopt;
  }

  /// Of what must be seen, what was not.
  [[nodiscard]] std::vector<std::string> unmet() const {
    std::vector<std::string> missing;
    for (const auto& outcome : declared_.must_be_seen)
      if (!seen_.contains(outcome)) missing.push_back(outcome);
    return missing;
  }

 private:
  findings search(strategy how) {
    findings found;
    const auto start = clock::now();
    const auto used = processor_time();
    const auto wanted = asked_.is_replay ? 1 : asked_.executions.value_or(budget_of(how));
    while (!found.wrong && found.executions < wanted && found.detached < most_detached) {
      execute(how, asked_.first_seed + found.executions, found);
      const bool is_long = processor_time() - used > most_processor_time || clock::now() - start > most_time;
      if (!asked_.executions && is_long) break;
    }
    return found;
  }

  /// All schedules, the same chances drawn in each. Its seeds are the numbers of the executions.
  findings search_all() {
    findings found;
    const auto wanted =
        asked_.is_replay ? asked_.first_seed : asked_.executions.value_or(budget_of(strategy::exhaustive_2));
    scheduling::start_over();
    do {
      execute(strategy::exhaustive_2, found.executions + 1, found);
    } while (!found.wrong && found.executions < wanted && found.detached == 0 && scheduling::is_complete() &&
             !(found.is_exhausted = !scheduling::advance()));
    found.is_exhausted = found.is_exhausted && scheduling::is_complete() && found.detached == 0;
    return found;
  }

  void execute(strategy how, std::uint64_t seed, findings& found) {
    note_.write(how, seed, ++found.executions);
    std::mt19937_64 random(how == strategy::exhaustive_2 ? 1 : seed);
    std::string outcome;
    {
      const scheduling::execution controlled(how, seed);
      outcome = execution_(random);
    }
    if (scheduling::serialises(how)) {
      const auto record = scheduling::last_execution();
      found.points.push_back(record.points);
      if (!record.is_controlled) ++found.detached;
    }
    if (!is_declared(outcome)) found.wrong = {.outcome = outcome, .seed = seed, .execution = found.executions};
    ++found.seen[std::move(outcome)];
  }

  [[nodiscard]] bool is_declared(const std::string& outcome) const {
    return std::ranges::find(declared_.must_be_seen, outcome) != declared_.must_be_seen.end() ||
           std::ranges::find(declared_.allowed, outcome) != declared_.allowed.end();
  }

  void tell(strategy how, const findings& found, clock::duration time) const {
    nlohmann::json event = {{"event", "explored"},
                            {"strategy", scheduling::name(how)},
                            {"seed", asked_.first_seed},
                            {"executions", found.executions},
                            {"milliseconds", std::chrono::duration_cast<std::chrono::milliseconds>(time).count()},
                            {"detached", found.detached},
                            {"outcomes", found.seen}};
    if (!found.points.empty()) {
      auto points = found.points;
      const auto middle = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
      std::ranges::nth_element(points, middle);
      event["scheduling_points"] = *middle;
    }
    if (how == strategy::exhaustive_2) event["complete"] = found.is_exhausted;
    if (found.wrong)
      event["forbidden"] = {
          {"outcome", found.wrong->outcome}, {"seed", found.wrong->seed}, {"execution", found.wrong->execution}};
    if (asked_.is_replay) event["replayed"] = found.wrong.has_value();
    events::emit(event);
  }

  const outcomes& declared_;
  const std::function<std::string(std::mt19937_64&)>& execution_;
  const scheduling::request& asked_;
  const execution_note note_;
  std::map<std::string, std::uint64_t> seen_;
};

}  // namespace

exploration explore(const outcomes& declared, const std::function<std::string(std::mt19937_64& random)>& execution) {
  const auto intercepted = scheduling::intercept();
  events::emit({{"event", "intercepted"}, {"atomics", intercepted.atomics}, {"calls", intercepted.calls}});
  explorer all(declared, execution);
  if (const auto only = scheduling::requested().only) return exploration(all.explore(*only));
  for (const auto how : scheduling::portfolio)
    if (auto forbidden = all.explore(how)) return exploration(std::move(forbidden));
  if (const auto unmet = all.unmet(); !unmet.empty()) events::emit({{"event", "unmet"}, {"outcomes", unmet}});
  return exploration(std::nullopt);
}

}  // namespace testing

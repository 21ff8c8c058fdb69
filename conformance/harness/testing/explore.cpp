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
#include "scheduling/processor.hpp"
#include "scheduling/request.hpp"

namespace testing {

namespace {

using scheduling::registered_strategy;
using clock = std::chrono::steady_clock;

// Limits of one strategy whose budget is limited in time. On a busy machine a search may take longer but not do less,
// since processor time is limited first.
constexpr std::chrono::seconds most_processor_time{1};
constexpr std::chrono::seconds most_time{5};

/// The processor time that the process has used.
std::chrono::nanoseconds processor_time() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

/// Writes which execution is running to a file, so that it is known after a crash of the process.
class execution_note {
 public:
  explicit execution_note(const std::string& file)
      : file_(file.empty() ? -1 : ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {}
  ~execution_note() {
    if (file_ >= 0) ::close(file_);
  }
  execution_note(const execution_note&) = delete;
  execution_note& operator=(const execution_note&) = delete;

  void write(std::string_view strategy, std::uint64_t seed, std::uint64_t number) const {
    if (file_ < 0) return;
    const auto line = fmt::format("{:<63}\n", fmt::format("{}:{} {}", strategy, seed, number));
    if (::pwrite(file_, line.data(), line.size(), 0) < 0) _exit(2);
  }

 private:
  int file_;
};

/// The findings of a search by one strategy.
struct findings {
  std::uint64_t executions = 0, detached = 0, older_values = 0;
  std::vector<std::uint64_t> scheduling_points;
  std::map<std::string, std::uint64_t> seen;
  struct forbidden {
    std::string outcome;
    std::uint64_t seed, execution;
  };
  std::optional<forbidden> wrong;
  std::optional<bool> is_complete;
};

class explorer {
 public:
  explorer(const outcomes& declared, const std::function<std::string(std::mt19937_64&)>& execution)
      : declared_(declared), execution_(execution), asked_(scheduling::requested()), note_(asked_.execution_file) {}

  /// Searches by the strategy, reports the findings as an event, and returns the forbidden outcome, if there was one.
  std::optional<std::string> explore(const registered_strategy& how) {
    if (!how.serialises) scheduling::detach();
    if (how.models_memory) scheduling::model_memory();
    if (how.serialises) scheduling::processor::keep_to_one();
    const auto start = clock::now();
    const findings found = search(how);
    for (const auto& [outcome, count] : found.seen) seen_.insert_or_assign(outcome, count);
    report(how, found, clock::now() - start);
    scheduling::processor::release();
    if (found.wrong) return found.wrong->outcome;
    return std::nullopt;
  }

  /// The outcomes that must be seen and were not.
  [[nodiscard]] std::vector<std::string> unmet() const {
    std::vector<std::string> missing;
    for (const auto& outcome : declared_.must_be_seen)
      if (!seen_.contains(outcome)) missing.push_back(outcome);
    return missing;
  }

 private:
  [[nodiscard]] scheduling::execution_range executions_of(const registered_strategy& how) const {
    if (asked_.is_replay) return how.get().replay(asked_.first_seed);
    return how.get().executions(asked_.first_seed, asked_.executions.value_or(how.budget.executions));
  }

  findings search(const registered_strategy& how) {
    findings found;
    const auto start = clock::now();
    const auto used = processor_time();
    const auto [first, count] = executions_of(how);
    const bool is_limited_in_time = how.budget.is_limited_in_time && !asked_.executions;
    how.get().begin_search();
    while (found.executions < count) {
      execute(how, first + found.executions, found);
      if (how.serialises) scheduling::processor::leave_if_shared();
      if (found.wrong || found.executions == count || found.detached == how.budget.most_detached) break;
      const bool is_long = processor_time() - used > most_processor_time || clock::now() - start > most_time;
      if ((is_limited_in_time && is_long) || !how.get().next_execution()) break;
    }
    found.is_complete = how.get().is_complete();
    return found;
  }

  void execute(const registered_strategy& how, std::uint64_t seed, findings& found) {
    note_.write(how.name, seed, ++found.executions);
    std::mt19937_64 random(how.get().seed_of_body(seed));
    std::string outcome;
    {
      const scheduling::execution controlled(how, seed);
      outcome = execution_(random);
    }
    if (how.serialises) {
      const auto record = scheduling::last_execution();
      found.scheduling_points.push_back(record.scheduling_points);
      found.older_values += record.older_values;
      if (!record.is_controlled) ++found.detached;
    }
    if (!is_declared(outcome)) found.wrong = {.outcome = outcome, .seed = seed, .execution = found.executions};
    ++found.seen[std::move(outcome)];
  }

  [[nodiscard]] bool is_declared(const std::string& outcome) const {
    return std::ranges::find(declared_.must_be_seen, outcome) != declared_.must_be_seen.end() ||
           std::ranges::find(declared_.allowed, outcome) != declared_.allowed.end();
  }

  void report(const registered_strategy& how, const findings& found, clock::duration time) const {
    nlohmann::json event = {{"event", "explored"},
                            {"strategy", how.name},
                            {"seed", asked_.first_seed},
                            {"executions", found.executions},
                            {"milliseconds", std::chrono::duration_cast<std::chrono::milliseconds>(time).count()},
                            {"detached", found.detached},
                            {"outcomes", found.seen}};
    if (!found.scheduling_points.empty()) {
      auto points = found.scheduling_points;
      const auto middle = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
      std::ranges::nth_element(points, middle);
      event["scheduling_points"] = *middle;
    }
    if (how.models_memory) event["older_values"] = found.older_values;
    if (found.is_complete) event["complete"] = *found.is_complete;
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
  auto possible = declared.must_be_seen;
  possible.insert(possible.end(), declared.allowed.begin(), declared.allowed.end());
  events::emit({{"event", "declared"}, {"outcomes", possible}});
  explorer all(declared, execution);
  if (const auto* const only = scheduling::requested().only) return exploration(all.explore(*only));
  for (const auto& how : scheduling::strategies()) {
    // Without atomic operations that can be intercepted, there are no values to choose.
    if (!how.in_portfolio || (how.models_memory && intercepted.atomics == 0)) continue;
    if (auto forbidden = all.explore(how)) return exploration(std::move(forbidden));
  }
  if (const auto unmet = all.unmet(); !unmet.empty()) events::emit({{"event", "unmet"}, {"outcomes", unmet}});
  return exploration(std::nullopt);
}

}  // namespace testing

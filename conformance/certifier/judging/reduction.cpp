// SPDX-License-Identifier: MIT
#include "reduction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "scenarios/shrink.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using scenarios::batch_entry;
using scenarios::scenario;

namespace {

constexpr std::size_t most_reductions = 300, most_shorter_histories = 60;

/// Threads that run freely come last: their schedule is not repeated.
constexpr const char* runs_freely = "none";
constexpr std::array strategies{"random", "pct-3", runs_freely};

/// Whether the violation is of the kind that was found, and breaks the claim that the finding is named after.
bool is_same(const scenarios::violation& violated, const scenario_finding& found) {
  if (violated.rule != found.rule) return false;
  if (found.claims.empty()) return violated.claims.empty();
  return std::ranges::find(violated.claims, found.claims.front()) != violated.claims.end();
}

/// Whether the failure is of the kind that was found; then `into` is what it showed.
bool is_same(const scenario_failure& failed, const scenario_finding& found, scenario_finding& into) {
  if (failed.seen == verdict::not_run) return false;
  if (failed.violations.empty()) return found.claims.empty() && found.rule.empty() && failed.seen == found.seen;
  const auto again = std::ranges::find_if(failed.violations, [&](const auto& each) { return is_same(each, found); });
  if (again == failed.violations.end()) return false;
  into.claims = again->claims;
  into.what = again->what;
  return true;
}

class reducing {
 public:
  reducing(const suite& program, const fs::path& library, const scenario_finding& found)
      : program_(program), library_(library), found_(found) {}

  reduced_finding run() {
    reduced_finding smallest{.found = found_};
    if (!is_repeatable(smallest)) {
      const auto after_others = with_history();
      if (!after_others) return smallest;
      smallest = *after_others;
    }
    const auto still_fails = [&](const scenario& candidate) {
      const auto again = smallest.before.empty() ? alone(candidate) : after(smallest.before, candidate);
      if (!again || !is_repeatable(*again)) return false;
      smallest = *again;
      return true;
    };
    scenarios::shrink(found_.entry.what, most_reductions, still_fails);
    return smallest;
  }

 private:
  /// The first execution of a batch that breaks the claim in the same way.
  [[nodiscard]] std::optional<std::pair<scenario_finding, std::size_t>> first_like(
      const std::vector<batch_entry>& batch) const {
    const auto done = run_scenarios(program_, library_, batch, [](const scenario_failure&) { return false; });
    for (const auto& failed : done.failures) {
      scenario_finding like = found_;
      if (!is_same(failed, found_, like)) continue;
      like.seen = failed.seen;
      like.entry = batch[failed.entry];
      like.entry.seed = failed.seed;
      like.entry.executions = 1;
      return std::pair(like, failed.entry);
    }
    return std::nullopt;
  }

  /// The candidate by the schedule that broke the claim, or by others, without any history.
  [[nodiscard]] std::optional<reduced_finding> alone(const scenario& candidate) const {
    std::vector<batch_entry> attempts;
    if (found_.entry.strategy != runs_freely) attempts.push_back(found_.entry);
    const auto try_strategy = [&](const std::string& strategy) {
      attempts.push_back(
          {.strategy = strategy, .seed = 1, .executions = is_brief(candidate) ? 25U : 1U, .what = candidate});
    };
    // One that lets loads read older values finds what the others can't.
    if (std::ranges::find(strategies, found_.entry.strategy) == strategies.end()) try_strategy(found_.entry.strategy);
    for (const char* strategy : strategies) try_strategy(strategy);
    attempts.front().what = candidate;
    const auto like = first_like(attempts);
    return like ? std::optional(reduced_finding{.found = like->first}) : std::nullopt;
  }

  /// The candidate after other scenarios, by the schedule that broke the claim.
  [[nodiscard]] std::optional<reduced_finding> after(std::vector<batch_entry> before, const scenario& candidate) const {
    before.push_back(found_.entry);
    before.back().what = candidate;
    const auto like = first_like(before);
    if (!like) return std::nullopt;
    // It may be seen earlier than before.
    before.resize(like->second);
    return reduced_finding{.found = like->first, .before = std::move(before)};
  }

  /// Whether it breaks the claim in a process of its own: what was seen may rest on what others had left in the
  /// process. A schedule of threads that run freely must do so several times.
  [[nodiscard]] bool is_repeatable(const reduced_finding& candidate) const {
    const int times = candidate.found.entry.strategy == runs_freely ? 3 : 1;
    for (int i = 0; i < times; ++i)
      if (!breaks_again(program_, library_, candidate)) return false;
    return true;
  }

  /// All that the process executed before the finding.
  [[nodiscard]] std::vector<batch_entry> history() const {
    const auto& [batch, first, last] = found_.process;
    if (!batch) return {};
    const auto at = [&](std::size_t entry) { return batch->begin() + static_cast<std::ptrdiff_t>(entry); };
    std::vector<batch_entry> before(at(first), at(last));
    const std::uint64_t earlier = found_.entry.seed - (*batch)[last].seed;
    if (earlier == 0) return before;
    before.push_back((*batch)[last]);
    before.back().executions = earlier;
    return before;
  }

  /// The finding after as few others as it needs; nothing if it is not seen again after all of them.
  [[nodiscard]] std::optional<reduced_finding> with_history() const {
    const std::vector<batch_entry> all = history();
    std::optional<reduced_finding> shortest;
    for (std::size_t count = 1; !shortest && !all.empty(); count *= 2) {
      const auto kept = std::min(count, all.size());
      shortest = after({all.end() - static_cast<std::ptrdiff_t>(kept), all.end()}, found_.entry.what);
      if (kept == all.size()) break;
    }
    if (!shortest || !is_repeatable(*shortest)) return std::nullopt;
    std::size_t left = most_shorter_histories;
    for (std::size_t chunk = shortest->before.size(); chunk > 0; chunk /= 2)
      for (std::size_t from = 0; from < shortest->before.size() && left > 0; --left) {
        std::vector<batch_entry> fewer = shortest->before;
        const auto begin = fewer.begin() + static_cast<std::ptrdiff_t>(from);
        fewer.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(chunk, fewer.size() - from)));
        const auto again = after(std::move(fewer), found_.entry.what);
        if (again && is_repeatable(*again))
          shortest = again;
        else
          from += chunk;
      }
    return shortest;
  }

  const suite& program_;
  const fs::path& library_;
  const scenario_finding& found_;
};

}  // namespace

std::vector<batch_entry> reduced_finding::batch() const {
  std::vector<batch_entry> all = before;
  all.push_back(found.entry);
  return all;
}

reduced_finding reduced(const suite& program, const fs::path& library, const scenario_finding& found) {
  return reducing(program, library, found).run();
}

bool breaks_again(const suite& program, const fs::path& library, const reduced_finding& reduced) {
  const auto done = run_scenarios(program, library, reduced.batch(), [](const scenario_failure&) { return false; });
  scenario_finding like;
  return std::ranges::any_of(done.failures, [&](const scenario_failure& failed) {
    return failed.entry == reduced.before.size() && is_same(failed, reduced.found, like);
  });
}

std::string replay_text(const reduced_finding& reduced) {
  std::string text = fmt::format("# {}: {}\n", name(reduced.found.seen), reduced.found.what);
  for (const auto& claim : reduced.found.claims) text += fmt::format("# {}\n", claim);
  if (!reduced.before.empty())
    text += fmt::format("# the last scenario breaks the claim after the {} before it\n", reduced.before.size());
  return text + text_of(reduced.batch());
}

}  // namespace fearless::certifier

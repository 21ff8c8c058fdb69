// SPDX-License-Identifier: MIT
#include "repetition.hpp"

#include <utility>

namespace fearless::certifier {

std::optional<repeated_execution> repeat(const suite& program, const std::filesystem::path& library,
                                         const std::vector<scenarios::batch_entry>& batch) {
  constexpr int most_attempts = 25;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto done = run_scenarios(program, library, batch, [](const scenario_failure&) { return false; });
    if (done.failures.empty() || done.failures.front().violations.empty()) continue;
    if (done.failures.front().entry + 1 < batch.size()) continue;
    if (done.failures.front().seen == verdict::not_run) break;
    const auto of = std::make_shared<const scenarios::scenario>(batch.back().what);
    return repeated_execution{
        .recorded = done.last, .of = of, .seen = scenarios::observe(*done.last, *of), .failed = done.failures.front()};
  }
  return std::nullopt;
}

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace testing {

/// The outcomes that an execution may have, each a text of the case. Every other outcome is forbidden.
struct outcomes {
  /// Each of these must be seen in some schedule. Otherwise the threads of the case never met, and it has tested
  /// nothing.
  std::vector<std::string> must_be_seen;

  /// These are allowed too, and need not be seen.
  std::vector<std::string> allowed = {};
};

/// The result of an exploration.
class exploration {
 public:
  explicit exploration(std::optional<std::string> forbidden) : forbidden_(std::move(forbidden)) {}

  /// The forbidden outcome that was seen, or "nothing".
  [[nodiscard]] std::string forbidden() const { return forbidden_.value_or("nothing"); }

 private:
  std::optional<std::string> forbidden_;
};

/// Runs the body of a stress case many times, under one strategy after the other (see
/// scheduling/strategies/registry.hpp). Stops at the first forbidden outcome.
///
/// An execution is small: a few threads, a few operations each. It joins the threads that it spawns, returns its
/// outcome, and asserts nothing. What it leaves to chance it draws from `random`, which is seeded with the execution's
/// seed, so that a replay draws the same.
exploration explore(const outcomes& declared, const std::function<std::string(std::mt19937_64& random)>& execution);

}  // namespace testing

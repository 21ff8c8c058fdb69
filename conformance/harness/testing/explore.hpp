// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace testing {

/// What an execution may come to, in words of the case's own. Every other outcome is forbidden.
struct outcomes {
  /// What some schedule must have shown, or the case has proved nothing: its threads never met.
  std::vector<std::string> must_be_seen;

  /// What need not be seen.
  std::vector<std::string> allowed = {};
};

/// What came of an exploration.
class exploration {
 public:
  explicit exploration(std::optional<std::string> forbidden) : forbidden_(std::move(forbidden)) {}

  /// The outcome that is forbidden and came about all the same, or "nothing".
  [[nodiscard]] std::string forbidden() const { return forbidden_.value_or("nothing"); }

 private:
  std::optional<std::string> forbidden_;
};

/// Executes many times over, under one strategy after the other (see steering/strategy.hpp), what depends on the
/// schedule; and stops at the first outcome that is forbidden.
///
/// An execution is small: a few threads, a few operations each. It joins the threads that it spawns, returns its
/// outcome, asserts nothing, and draws what it leaves to chance from `random`, which has the execution's seed, so that
/// a replay draws the same.
exploration explore(const outcomes& declared, const std::function<std::string(std::mt19937_64& random)>& execution);

}  // namespace testing

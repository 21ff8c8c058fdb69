// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// How a step of an execution differs from the plainest one.
enum class step_mark : std::uint8_t {
  switched,         ///< the thread goes on, although another one would in the plainest execution
  older_value,      ///< it reads an older value
  timed_out,        ///< its wait ends by time
  woken_for_none,   ///< its wait ends for no reason
  other_woken,      ///< a thread is woken that has not waited longest
  yield_ignored,    ///< its yield lets no other thread go on
  exchange_failed,  ///< its weak compare-exchange fails for no reason
  late,             ///< it is woken from a wait, and goes on only after the wait's time
};

std::string_view name(step_mark of);

/// What a thread did.
struct explained_step {
  enum class kind : std::uint8_t { call, result, operation, wait };

  kind is;
  std::size_t thread = 1;  ///< from 1
  std::string text{};      ///< one line
  std::string object{};    ///< the variable, lock or condition, as the text calls it; empty if there is none
  std::string file{};      ///< of the implementation's source; empty if it is not known
  std::uint64_t line = 0;
  std::string code{};  ///< that line; empty if it can't be read
  std::vector<step_mark> marks{};
  std::string note{};  ///< more about it, one line, or nothing

  bool operator==(const explained_step&) const = default;
};

/// The shortest execution that was found to fail in the same way, and what happens in it.
struct explanation {
  bool models_memory = false;             ///< whether loads may read older values
  std::uint64_t seed = 0;                 ///< of what the case itself leaves to chance
  std::vector<std::string> departures{};  ///< from the plainest execution, as the suite writes them
  std::uint64_t trials = 0;               ///< executions that were tried to make it shorter
  std::int64_t milliseconds = 0;          ///< that this took
  bool is_complete = true;                ///< false: the time was over while something could still be left out
  std::vector<std::string> threads{};     ///< what each is
  std::vector<explained_step> steps{};    ///< in the order of execution
  std::vector<std::string> end{};         ///< where the threads are at the end, and what they hold
  std::vector<std::string> expected{};    ///< the outcomes that are allowed

  bool operator==(const explanation&) const = default;
};

nlohmann::json to_json(const explanation& of);

/// Errors: `nlohmann::json::exception`, or another `std::exception` for an unknown kind or mark.
explanation explanation_from(const nlohmann::json& object);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <future>
#include <map>
#include <string>
#include <vector>

#include "row_runner.hpp"
#include "search.hpp"

namespace fearless::certifier {

/// The verdicts of the rows `<claim>.scenarios`. All rows of a build rest on one search, which executes each scenario
/// once; a violation is the verdict on the claims that it breaks.
class scenario_rows {
 public:
  scenario_rows(const run_context& where, const std::vector<planned_row>& plan);

  /// The searches, one for each build that has such rows. Each is to be called once, before `judge`. Blocks: for some
  /// seconds. Errors: `user_error`, `interrupted`. Thread safety: they may be called at once.
  [[nodiscard]] std::vector<std::function<void()>> searches();

  /// Puts the verdict into a row. Blocks: until the search of its build has ended.
  void judge(row& into);

 private:
  struct searched {
    search_report report;
    std::vector<std::string> tables;  ///< of the port, as the implementation has them
  };

  void search(build_kind build);

  /// Where the finding was seen, and the command that reduces it.
  [[nodiscard]] std::string again(const scenario_finding& found, build_kind build) const;

  const run_context& where_;
  std::map<build_kind, std::promise<searched>> made_;
  std::map<build_kind, std::shared_future<searched>> done_;
};

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"
#include "row.hpp"
#include "search_options.hpp"

namespace fearless::certifier {

/// The verdict of a case, with its reasons.
struct case_result {
  verdict seen = verdict::pass;
  std::vector<std::string> details;  ///< what was seen, one line each, the most important first
  std::map<std::string, measurement> measured{};
  std::optional<std::vector<explored_strategy>> explored{};  ///< of a case that explores schedules
  std::optional<interception> intercepted{};
  std::vector<std::string> lacks{};             ///< UNSUPPORTED: the features that it says are missing
  bool is_optional = false;                     ///< UNSUPPORTED, and no claim requires the feature
  std::optional<controlled_execution> wrong{};  ///< the execution of a stress case that failed
};

/// Judges a case of the test program. PASS requires the end marker, at least one assertion and all of the expected ones
/// (lines of its file), exit code 0, and no report of the detector. Otherwise the worst finding is the verdict. A
/// stress case that did not see a required outcome proves nothing and is NOTRUN. `running` is the line of the execution
/// file, which names the last execution.
case_result judge_case(const outcome& seen, std::string_view detector_log, const std::set<std::size_t>& assertions = {},
                       const std::string& running = {});

/// The result of an UNSUPPORTED case: EXIT if it says that the implementation lacks what its port has, and only a
/// feature that no claim requires is optional. `tables` are those of the port. Only a case that gives the race detector
/// options may find that the detector sees no locks.
case_result judge_lack(case_result raw, const std::vector<std::string>& tables, bool asks_detector);

/// Judges a control like a case; its end marker is a line DONE of its output.
case_result judge_control(const outcome& seen, std::string_view detector_log);

/// The result of a stress case: PASS becomes NOTRUN if it explored no schedule.
case_result judge_stress(case_result raw);

/// The result of a `detected` case: PASS if the raw verdict is the expected one, INVALID if the case passed undetected,
/// UNSUPPORTED if the implementation ended the process with a message instead of doing what would be detected.
case_result judge_detected(case_result raw, verdict expected, const outcome& seen);

/// The result of a case that the machine may have kept from passing: a failure becomes NOTRUN. A data race is one on
/// any machine, and no shortage makes a library write what only the test program may write.
case_result judge_shortage(case_result raw, const outcome& seen);

}  // namespace fearless::certifier

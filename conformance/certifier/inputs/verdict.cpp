// SPDX-License-Identifier: MIT
#include "verdict.hpp"

#include <algorithm>

namespace fearless::certifier {

std::string_view name(verdict value) {
  switch (value) {
    case verdict::invalid:
      return "INVALID";
    case verdict::crash:
      return "CRASH";
    case verdict::exit:
      return "EXIT";
    case verdict::race:
      return "RACE";
    case verdict::deadlock:
      return "DEADLOCK";
    case verdict::fail:
      return "FAIL";
    case verdict::timeout:
      return "TIMEOUT";
    case verdict::unsupported:
      return "UNSUPPORTED";
    case verdict::not_run:
      return "NOTRUN";
    case verdict::pass:
      return "PASS";
  }
  return "INVALID";
}

std::optional<verdict> verdict_named(std::string_view wanted) {
  const auto* found = std::ranges::find(all_verdicts, wanted, [](verdict each) { return name(each); });
  if (found == all_verdicts.end()) return std::nullopt;
  return *found;
}

}  // namespace fearless::certifier

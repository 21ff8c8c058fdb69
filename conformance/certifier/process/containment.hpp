// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fearless::certifier {

/// Set to `no` in the environment, it keeps programs out of boxes.
inline constexpr const char* containment_variable = "FEARLESS_CONTAINED";

/// Whether this machine can run programs in boxes.
struct containment {
  bool is_possible = false;
  std::string reason{};  ///< why not; empty if it can

  bool operator==(const containment&) const = default;
};

/// `yes`, or `no: ` and the reason.
std::string words_for(const containment&);

/// Finds out, by a program in a box. Blocks: for it, at the first call. Thread safety: any number of threads.
const containment& containment_here();

}  // namespace fearless::certifier

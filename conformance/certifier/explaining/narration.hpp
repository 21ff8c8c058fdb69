// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "execution_trace.hpp"
#include "explanation.hpp"
#include "source_places.hpp"

namespace fearless::certifier {

/// What an execution did, for a reader: its threads, steps and end. Atomic variables have the names that the source
/// gives them, or letters. What only one thread touches is left out, and of very many steps all but the last.
struct narration {
  std::vector<std::string> threads;
  std::vector<explained_step> steps;
  std::vector<std::string> end;
};

narration narrated(const std::vector<traced_event>& events, const source_places& places);

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that writing to the journal orders nothing.
#include "testing/journal.hpp"

#include <array>
#include <atomic>
#include <cstddef>

namespace testing {

struct journal::pages {
  std::atomic<std::size_t> length;
  std::array<std::atomic<char>, 1000> steps;
};

journal::journal() : pages_(new pages{}) {}

void journal::note(char step) const {
  pages_->steps.at(pages_->length++) = step;
}

std::string journal::text() const {
  std::string steps;
  for (std::size_t i = 0; i < pages_->length; ++i) steps += pages_->steps.at(i);
  return steps;
}

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace testing {

/// The steps of a test's threads, in their order in time. Writing to it orders nothing: the race detector does not see
/// it. A handle: copies refer to the same journal, which lives until the process ends.
class journal {
 public:
  journal();

  /// Adds a step. There may be a thousand of them. Thread safety: may be called from any thread.
  void note(char step) const;

  /// All steps so far of the threads that were joined or wait at a latch.
  [[nodiscard]] std::string text() const;

 private:
  struct pages;
  pages* pages_;
};

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace testing {

/// The steps of a test's threads in the order in which they were taken, noted without the race detector's notice. A
/// handle, like a latch.
class journal {
 public:
  journal();

  /// Notes a step, of which there may be a thousand. Thread safety: may be called from any thread.
  void note(char step) const;

  /// All steps so far, of threads that have been joined or are held up at a latch.
  [[nodiscard]] std::string text() const;

 private:
  struct pages;
  pages* pages_;
};

}  // namespace testing

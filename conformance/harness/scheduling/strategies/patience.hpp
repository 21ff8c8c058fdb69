// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace scheduling {

/// Recognises a thread that waits by spinning: it goes on at many scheduling points in a row. Without this, a strategy
/// that prefers one thread would never run another.
class patience {
 public:
  void renew() { in_a_row_ = 0; }

  /// Whether the current thread has gone on so often in a row that it must be waiting by spinning.
  [[nodiscard]] bool is_over() const { return in_a_row_ > most; }

  /// A thread was chosen: the current one again, or another.
  void chose(bool current) { in_a_row_ = current ? in_a_row_ + 1 : 0; }

 private:
  static constexpr std::uint64_t most = 200;
  std::uint64_t in_a_row_ = 0;
};

}  // namespace scheduling

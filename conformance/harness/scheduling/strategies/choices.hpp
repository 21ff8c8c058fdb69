// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace scheduling {

/// The choices of executions that together make every possible choice: a depth-first walk through a tree. An execution
/// repeats the choices of the previous one up to the last choice that has an alternative left, takes this alternative,
/// and then the first one at each further choice.
class choices {
 public:
  /// Begins the next execution.
  void begin() {
    next_ = 0;
    diverged_ = false;
  }

  /// Chooses one of 0 … `options` - 1.
  unsigned choose(unsigned options) {
    if (options < 2) return 0;
    if (next_ == most) {
      is_too_long_ = true;
      return 0;
    }
    if (next_ == made_) all_[made_++] = {.options = static_cast<std::uint8_t>(options), .taken = 0};
    if (all_[next_].options != options) diverged_ = true;
    return all_[next_++].taken;
  }

  /// Goes on to the next alternative. False where every one has been taken.
  bool advance() {
    made_ = next_;
    while (made_ > 0 && all_[made_ - 1].taken + 1 == all_[made_ - 1].options) --made_;
    if (made_ == 0) return false;
    ++all_[made_ - 1].taken;
    return true;
  }

  /// Starts from the beginning.
  void clear() { *this = {}; }

  /// Whether the walk is complete so far: each execution repeated the choices that it had to, and none was too long.
  [[nodiscard]] bool are_complete() const { return !diverged_ && !is_too_long_; }

 private:
  struct choice {
    std::uint8_t options;
    std::uint8_t taken;
  };
  static constexpr std::size_t most = 8192;
  std::array<choice, most> all_{};
  std::size_t made_ = 0, next_ = 0;
  bool diverged_ = false, is_too_long_ = false;
};

}  // namespace scheduling

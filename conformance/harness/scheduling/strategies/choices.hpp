// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace scheduling {

/// The choices of one execution after the other, so that together they are all that there are: a walk through a tree,
/// depth first. An execution repeats the choices of the one before up to the last that has an alternative left, takes
/// that, and then the first of each.
class choices {
 public:
  /// The next execution begins.
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

  /// Goes on to what has not been chosen yet. False where there is nothing.
  bool advance() {
    made_ = next_;
    while (made_ > 0 && all_[made_ - 1].taken + 1 == all_[made_ - 1].options) --made_;
    if (made_ == 0) return false;
    ++all_[made_ - 1].taken;
    return true;
  }

  /// Starts all over.
  void clear() { *this = {}; }

  /// Whether each execution followed the choices that it was to repeat, and none was too long: or else not all of them
  /// were gone through.
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

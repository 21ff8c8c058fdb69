// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "testing/latch.hpp"

namespace testing {

/// A value whose drop opens a latch. As the first part of a value it is dropped last.
class farewell {
 public:
  explicit farewell(latch dropped) : dropped_(dropped) {}
  farewell(farewell&& other) noexcept : dropped_(other.dropped_), owns_(std::exchange(other.owns_, false)) {}
  farewell& operator=(farewell&&) = delete;
  ~farewell() {
    if (owns_) dropped_.open();
  }

 private:
  latch dropped_;
  bool owns_ = true;
};

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

#include "executing/state.hpp"

namespace scenarios {

/// The calling thread is in another context.
class within {
 public:
  explicit within(context more) : before_(me().context) { me().context |= more; }
  ~within() { me().context = before_; }
  within(const within&) = delete;
  within& operator=(const within&) = delete;

 private:
  std::uint8_t before_;
};

}  // namespace scenarios

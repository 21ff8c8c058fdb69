// SPDX-License-Identifier: MIT
// The schedule is left to the operating system.
#include "scheduling/strategies/all.hpp"

namespace scheduling {

namespace {

class none final : public strategy {
 public:
  void begin(std::uint64_t) override {}
  std::size_t wake(std::span<const thread_view>) override { return 0; }
};

constinit none no_control;

}  // namespace

strategy& no_strategy() {
  return no_control;
}

}  // namespace scheduling

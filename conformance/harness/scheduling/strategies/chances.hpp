// SPDX-License-Identifier: MIT
#pragma once

#include "scheduling/strategies/random.hpp"
#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// What the randomised strategies have in common: time-outs, spurious wake-ups and the thread that a wake-up is for are
/// drawn at random.
class chances : public strategy {
 public:
  void begin(std::uint64_t seed) override {
    random_ = random_numbers(seed);
    wakes_spuriously_ = random_.once_in(4);
  }

  std::optional<std::size_t> time_out(std::span<const thread_view> waiting, bool must) override {
    const bool is_due = must || random_.once_in(32);
    if (!is_due || waiting.empty()) return std::nullopt;
    return random_.below(waiting.size());
  }

  std::optional<std::size_t> wake_spuriously(std::span<const thread_view> waiting) override {
    if (!wakes_spuriously_ || !random_.once_in(16) || waiting.empty()) return std::nullopt;
    return random_.below(waiting.size());
  }

  std::size_t wake(std::span<const thread_view> waiting) override { return random_.below(waiting.size()); }

 protected:
  ~chances() = default;

  random_numbers& random() { return random_; }

 private:
  random_numbers random_{0};
  bool wakes_spuriously_ = false;  // in this execution
};

}  // namespace scheduling

// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

/// Iterates over the results of `Next`, until it returns no value.
template <class Next>
class received_iterator {
 public:
  using iterator_concept = std::input_iterator_tag;
  using difference_type = std::ptrdiff_t;
  using value_type = typename std::invoke_result_t<Next&>::value_type;

  /// Gets the first value. Blocks if `Next` blocks.
  explicit received_iterator(Next next) : next_(std::move(next)) { advance(); }

  /// Moves the value out: call it once for each value.
  value_type operator*() const { return std::move(*current_); }
  received_iterator& operator++() {
    advance();
    return *this;
  }
  void operator++(int) { advance(); }
  bool operator==(std::default_sentinel_t) const { return !current_; }

 private:
  void advance() {
    current_.reset();  // the previous value is destroyed before the wait for the next
    if (auto got = next_()) current_.emplace(std::move(*got));
  }

  Next next_;
  mutable std::optional<value_type> current_;
};

/// The same iteration as a range, for a loop.
template <class Next>
class received_values {
 public:
  explicit received_values(Next next) : next_(std::move(next)) {}

  [[nodiscard]] auto begin() { return received_iterator(std::ref(next_)); }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }

 private:
  Next next_;
};

}  // namespace fearless

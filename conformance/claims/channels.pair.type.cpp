// SPDX-License-Identifier: MIT
// Claim: channel shall return the two ends of the channel that it created, the sender first and the receiver second.
#include <concepts>
#include <native.hpp>
#include <string>
#include <tuple>
#include <utility>

template <class T>
using ends_in_order = decltype([] {
  auto [first, second] = native::channel<T>();
  return std::pair(std::move(first), std::move(second));
}());

static_assert(std::same_as<ends_in_order<int>, std::pair<native::sender<int>, native::receiver<int>>>);
static_assert(
    std::same_as<ends_in_order<std::string>, std::pair<native::sender<std::string>, native::receiver<std::string>>>);

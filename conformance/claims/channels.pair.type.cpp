// SPDX-License-Identifier: MIT
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

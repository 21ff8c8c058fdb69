// SPDX-License-Identifier: MIT
#include <concepts>
#include <string>
#include <subject.hpp>
#include <tuple>
#include <utility>

template <class T>
using ends_in_order = decltype([] {
  auto [first, second] = subject::channel<T>();
  return std::pair(std::move(first), std::move(second));
}());

static_assert(std::same_as<ends_in_order<int>, std::pair<subject::sender<int>, subject::receiver<int>>>);
static_assert(
    std::same_as<ends_in_order<std::string>, std::pair<subject::sender<std::string>, subject::receiver<std::string>>>);

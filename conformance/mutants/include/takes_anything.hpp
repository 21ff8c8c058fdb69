// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>
#include <tuple>
#include <type_traits>
#include <utility>

namespace unchecked {

/// A closure with its values, which counts as `send` whatever is in it.
template <class F, class... Values>
struct bundle {
  F body;
  std::tuple<Values...> values;
};

}  // namespace unchecked

template <class F, class... Values>
constexpr bool fearless::unsafe_enable_send<unchecked::bundle<F, Values...>> = true;

namespace unchecked {

/// Runs `body(values…)` on a new thread without any check.
template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return fearless::spawn([](auto all) { return std::apply(std::move(all.body), std::move(all.values)); },
                         bundle<F, std::decay_t<Values>...>{std::move(body), {std::forward<Values>(values)...}});
}

}  // namespace unchecked

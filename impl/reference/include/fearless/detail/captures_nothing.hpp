// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

namespace fearless::detail {

/// Whether a body has no captures: all its data is then among the values that it is called with.
template <class F>
constexpr bool captures_nothing =
    std::is_empty_v<F> || (std::is_pointer_v<F> && std::is_function_v<std::remove_pointer_t<F>>);

}  // namespace fearless::detail

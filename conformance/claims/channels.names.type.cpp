// SPDX-License-Identifier: MIT
#include <concepts>
#include <native.hpp>

using ends = decltype(native::channel<int>());

static_assert(std::same_as<decltype(ends::tx), native::sender<int>>, "the sending end is `tx`");
static_assert(std::same_as<decltype(ends::rx), native::receiver<int>>, "the receiving end is `rx`");

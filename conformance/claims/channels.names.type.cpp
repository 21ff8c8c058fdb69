// SPDX-License-Identifier: MIT
// Claim: If the ends that channel returns have names, the sender shall be named tx and the receiver rx.
#include <concepts>
#include <native.hpp>

using ends = decltype(native::channel<int>());

static_assert(std::same_as<decltype(ends::tx), native::sender<int>>, "the sender must be called `tx`");
static_assert(std::same_as<decltype(ends::rx), native::receiver<int>>, "the receiver must be called `rx`");

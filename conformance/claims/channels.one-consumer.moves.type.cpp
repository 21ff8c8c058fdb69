// SPDX-License-Identifier: MIT
// Claim: A receiver that was moved to another thread shall receive there both the messages in flight and those that are
//   sent later.
#include <concepts>
#include <native.hpp>
#include <type_traits>

using receiver = native::receiver<int>;

static_assert(std::movable<receiver>);
static_assert(native::send<receiver>, "a receiver must be sendable");
static_assert(!std::is_copy_constructible_v<receiver> && !std::is_copy_assignable_v<receiver>);

template <class End>
concept cloned = requires(const End& named) { named.clone(); };

static_assert(!cloned<receiver>);

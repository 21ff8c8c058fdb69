// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
#include <concepts>
#include <native.hpp>
#include <type_traits>
#include <utility>

using handle = decltype(native::spawn([] { return 42; }));

static_assert(std::movable<handle>);
static_assert(!std::is_copy_constructible_v<handle> && !std::is_copy_assignable_v<handle>);
static_assert(native::send<handle>, "a join handle must be sendable");

template <class Handle>
concept joined_as_given_away = requires(Handle& named) { std::move(named).join(); };
template <class Handle>
concept joined_as_kept = requires(Handle& named) { named.join(); };

static_assert(joined_as_given_away<handle>);
static_assert(!joined_as_kept<handle>, "`join` must consume the handle, which the program must move");

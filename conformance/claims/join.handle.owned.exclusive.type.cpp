// SPDX-License-Identifier: MIT
#include <concepts>
#include <native.hpp>
#include <type_traits>
#include <utility>

using handle = decltype(native::spawn([] { return 42; }));

static_assert(std::movable<handle>);
static_assert(!std::is_copy_constructible_v<handle> && !std::is_copy_assignable_v<handle>);
static_assert(native::send<handle>, "a handle can be moved to another thread");

template <class Handle>
concept joined_as_given_away = requires(Handle& named) { std::move(named).join(); };
template <class Handle>
concept joined_as_kept = requires(Handle& named) { named.join(); };

static_assert(joined_as_given_away<handle>);
static_assert(!joined_as_kept<handle>, "`join` uses the handle up, and the program has to say so");

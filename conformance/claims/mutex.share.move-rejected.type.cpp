// SPDX-License-Identifier: MIT
#include <concepts>
#include <native.hpp>
#include <type_traits>

using mutex = native::mutex<int>;

static_assert(std::is_move_constructible_v<mutex>);
static_assert(!std::is_copy_constructible_v<mutex> && !std::is_copy_assignable_v<mutex>);

template <class Mutex>
concept cloned = requires(const Mutex& named) { named.clone(); };

static_assert(!cloned<mutex>);
static_assert(native::send<mutex>, "a mutex must be sendable");
static_assert(native::sync<mutex>, "a mutex must be shareable");
static_assert(!native::send<native::mutex<int*>>, "a mutex is sendable only if its data is");

// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
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

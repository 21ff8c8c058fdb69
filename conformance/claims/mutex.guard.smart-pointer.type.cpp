// SPDX-License-Identifier: MIT
// Claim: lock shall return a lock result that contains a guard: a smart pointer with one owner, which accesses the data
//   of this mutex and releases the lock of this mutex.
#include <concepts>
#include <native.hpp>
#include <type_traits>
#include <utility>

using mutex = native::mutex<int>;
using guard = native::mutex_guard<int>;
using locked = decltype(std::declval<mutex&>().lock());

static_assert(std::same_as<locked, native::lock_result<guard>>);
static_assert(std::same_as<decltype(std::declval<locked>().unwrap()), guard>);
static_assert(std::same_as<decltype(std::declval<const mutex&>().lock()), locked>, "a shared mutex must be lockable");

static_assert(std::is_move_constructible_v<guard>);
static_assert(!std::is_copy_constructible_v<guard> && !std::is_copy_assignable_v<guard>);

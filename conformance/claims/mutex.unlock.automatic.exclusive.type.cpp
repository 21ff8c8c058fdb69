// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
#include <native.hpp>
#include <type_traits>

using guard = native::mutex_guard<int>;

static_assert(!std::is_copy_constructible_v<guard> && !std::is_copy_assignable_v<guard>);
static_assert(!native::send<guard>, "a lock must be released by the thread that acquired it");
static_assert(native::sync<guard> && !native::sync<native::mutex_guard<int*>>);

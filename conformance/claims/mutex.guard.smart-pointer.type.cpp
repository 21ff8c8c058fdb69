// SPDX-License-Identifier: MIT
#include <concepts>
#include <subject.hpp>
#include <type_traits>
#include <utility>

using mutex = subject::mutex<int>;
using guard = subject::mutex_guard<int>;
using locked = decltype(std::declval<mutex&>().lock());

static_assert(std::same_as<locked, subject::lock_result<guard>>);
static_assert(std::same_as<decltype(std::declval<locked>().unwrap()), guard>);
static_assert(std::same_as<decltype(std::declval<const mutex&>().lock()), locked>,
              "a mutex that is shared can be locked");

static_assert(std::is_move_constructible_v<guard>);
static_assert(!std::is_copy_constructible_v<guard> && !std::is_copy_assignable_v<guard>);

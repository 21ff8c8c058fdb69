// SPDX-License-Identifier: MIT
#include <subject.hpp>
#include <type_traits>

using guard = subject::mutex_guard<int>;

static_assert(!std::is_copy_constructible_v<guard> && !std::is_copy_assignable_v<guard>);
static_assert(!subject::send<guard>, "a lock is given up by the thread that acquired it");
static_assert(subject::sync<guard> && !subject::sync<subject::mutex_guard<int*>>);

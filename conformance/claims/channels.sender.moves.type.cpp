// SPDX-License-Identifier: MIT
#include <concepts>
#include <subject.hpp>
#include <type_traits>

using sender = subject::sender<int>;

static_assert(std::movable<sender>);
static_assert(subject::send<sender>, "a sending end can be moved to another thread");
static_assert(!std::is_copy_constructible_v<sender> && !std::is_copy_assignable_v<sender>);

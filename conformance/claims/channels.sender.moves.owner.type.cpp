// SPDX-License-Identifier: MIT
// Claim: Moving a sender into a thread shall make that thread its only owner. The sender works there as before, and it
//   is dropped with the thread’s closure unless it is moved on.
#include <concepts>
#include <native.hpp>
#include <type_traits>

using sender = native::sender<int>;

static_assert(std::movable<sender>);
static_assert(native::send<sender>, "a sender must be sendable");
static_assert(!std::is_copy_constructible_v<sender> && !std::is_copy_assignable_v<sender>);

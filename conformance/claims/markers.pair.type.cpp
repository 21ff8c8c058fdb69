// SPDX-License-Identifier: MIT
// Claim: There shall be two different markers, one for sendable and one for shareable types, which a program can query
//   for every type at compile time.
#include <native.hpp>

// There are two markers: some types have both, some have one of them, some have none.
static_assert(native::send<int> && native::sync<int>);
static_assert(native::send<native::receiver<int>> && !native::sync<native::receiver<int>>);
static_assert(!native::send<native::mutex_guard<int>> && native::sync<native::mutex_guard<int>>);
static_assert(!native::send<native::rc<int>> && !native::sync<native::rc<int>>);

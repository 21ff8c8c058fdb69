// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
#include <concepts>
#include <memory>
#include <native.hpp>
#include <vector>

static_assert(std::constructible_from<native::mutex<int>, int>);
static_assert(std::constructible_from<native::mutex<std::vector<int>>, std::vector<int>>);

using owned = std::unique_ptr<int>;

static_assert(std::constructible_from<native::mutex<owned>, owned>, "the value must be moved into the mutex");
static_assert(!std::constructible_from<native::mutex<owned>, const owned&>);

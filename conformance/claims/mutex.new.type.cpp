// SPDX-License-Identifier: MIT
#include <concepts>
#include <memory>
#include <subject.hpp>
#include <vector>

static_assert(std::constructible_from<subject::mutex<int>, int>);
static_assert(std::constructible_from<subject::mutex<std::vector<int>>, std::vector<int>>);

using owned = std::unique_ptr<int>;

static_assert(std::constructible_from<subject::mutex<owned>, owned>, "the value is moved in");
static_assert(!std::constructible_from<subject::mutex<owned>, const owned&>);

// SPDX-License-Identifier: MIT
#include <subject.hpp>

// Two markers, as there are types with both, with either, and with neither.
static_assert(subject::send<int> && subject::sync<int>);
static_assert(subject::send<subject::receiver<int>> && !subject::sync<subject::receiver<int>>);
static_assert(!subject::send<subject::mutex_guard<int>> && subject::sync<subject::mutex_guard<int>>);
static_assert(!subject::send<subject::rc<int>> && !subject::sync<subject::rc<int>>);

// SPDX-License-Identifier: MIT
#include <concepts>
#include <subject.hpp>

using ends = decltype(subject::channel<int>());

static_assert(std::same_as<decltype(ends::tx), subject::sender<int>>, "the sending end is `tx`");
static_assert(std::same_as<decltype(ends::rx), subject::receiver<int>>, "the receiving end is `rx`");

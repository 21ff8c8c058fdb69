// SPDX-License-Identifier: MIT
#pragma once

#include "scheduling/strategies/strategy.hpp"

// The strategies themselves, each in the file of its name. The registry lists them.
namespace scheduling {

strategy& random_strategy();
strategy& pct_2();
strategy& pct_3();
strategy& exhaustive_2();
strategy& exhaustive_2_weak_2();
strategy& weak_1();
strategy& weak_2();
strategy& pct_2_weak_1();
strategy& noise();
strategy& no_strategy();

}  // namespace scheduling

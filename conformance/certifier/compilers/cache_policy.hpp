// SPDX-License-Identifier: MIT
#pragma once

namespace fearless::certifier {

/// Where a compiler's answer may come from.
enum class cache_policy { ask_again, use_if_current };

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

namespace fearless::certifier {

/// Whether a result may come from the cache.
enum class cache_policy { ask_again, use_if_current };

}  // namespace fearless::certifier

// SPDX-License-Identifier: MIT
#pragma once

namespace fearless::certifier {

/// Where a compiler's answer may come from.
enum class freshness { asked_anew, recorded_if_current };

}  // namespace fearless::certifier

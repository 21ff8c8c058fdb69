// SPDX-License-Identifier: MIT
#pragma once

namespace testing {

/// From now on the system starts no thread for this process, as when a limit is reached. For a `PROGRAM` of a case.
/// Returns false where that can't be had.
bool deny_threads();

}  // namespace testing

// SPDX-License-Identifier: MIT
#pragma once

/// Fearless concurrency in C++: threads that own what they work on, as Rust has them.

#include "fearless/channel.hpp"      // IWYU pragma: export
#include "fearless/join_handle.hpp"  // IWYU pragma: export
#include "fearless/panic.hpp"        // IWYU pragma: export
#include "fearless/result.hpp"       // IWYU pragma: export
#include "fearless/send.hpp"         // IWYU pragma: export
#include "fearless/sleep.hpp"        // IWYU pragma: export
#include "fearless/spawn.hpp"        // IWYU pragma: export

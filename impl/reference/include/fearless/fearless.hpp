// SPDX-License-Identifier: MIT
#pragma once

/// Fearless concurrency in C++: threads that own their data, as in Rust.

#include "fearless/arc.hpp"          // IWYU pragma: export
#include "fearless/barrier.hpp"      // IWYU pragma: export
#include "fearless/channel.hpp"      // IWYU pragma: export
#include "fearless/condvar.hpp"      // IWYU pragma: export
#include "fearless/debug.hpp"        // IWYU pragma: export
#include "fearless/join_handle.hpp"  // IWYU pragma: export
#include "fearless/lazy_lock.hpp"    // IWYU pragma: export
#include "fearless/lock_result.hpp"  // IWYU pragma: export
#include "fearless/mutex.hpp"        // IWYU pragma: export
#include "fearless/once.hpp"         // IWYU pragma: export
#include "fearless/once_lock.hpp"    // IWYU pragma: export
#include "fearless/panic.hpp"        // IWYU pragma: export
#include "fearless/rc.hpp"           // IWYU pragma: export
#include "fearless/result.hpp"       // IWYU pragma: export
#include "fearless/rw_lock.hpp"      // IWYU pragma: export
#include "fearless/scope.hpp"        // IWYU pragma: export
#include "fearless/send.hpp"         // IWYU pragma: export
#include "fearless/sleep.hpp"        // IWYU pragma: export
#include "fearless/spawn.hpp"        // IWYU pragma: export
#include "fearless/thread.hpp"       // IWYU pragma: export

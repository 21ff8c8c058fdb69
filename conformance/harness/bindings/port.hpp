// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "fearless_port.h"

namespace bindings {

/// Loads the implementation under test. Returns in one line why it cannot be used, or nothing where it can.
std::optional<std::string> load(const std::string& library);

/// The implementation under test.
const fearless_port& port();

/// Writes each call of the port to the trace from now on.
void trace_calls();

/// The path of its library.
const std::string& library();

/// Whether a claim requires a feature, or only a case uses it.
enum class demand { required, optional };

/// Ends the case with the verdict UNSUPPORTED: the implementation lacks `feature`. An optional feature costs no level.
[[noreturn]] void unsupported(const char* feature, demand needed);

/// Ends the case: the implementation gave no handle for a thread, as where the system starts none.
[[noreturn]] void no_thread();

/// A group of the port's functions. Where the implementation lacks it, the case ends here with the verdict UNSUPPORTED.
const fearless_threads& threads();
const fearless_channels& channels();
const fearless_mutexes& mutexes();
const fearless_rcs& rcs();
const fearless_arcs& arcs();
const fearless_weak_arcs& weak_arcs();

}  // namespace bindings

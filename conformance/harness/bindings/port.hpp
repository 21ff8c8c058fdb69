// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "fearless_port.h"

namespace bindings {

/// Loads the implementation under test. Returns why it is refused, in a line, or nothing when it is there.
std::optional<std::string> load(const std::string& library);

/// The implementation under test.
const fearless_port& port();

/// The path it was loaded from.
const std::string& library();

/// Whether a claim speaks of what a case needs, or only the case goes so far.
enum class demand { of_a_claim, of_no_claim };

/// Ends the case, UNSUPPORTED: the implementation does not have `what`. Where no claim asks for it, that costs nothing.
[[noreturn]] void unsupported(const char* what, demand whose);

/// A group of the port's functions. Where the implementation does not have it, the case ends here, UNSUPPORTED.
const fearless_threads& threads();
const fearless_channels& channels();
const fearless_mutexes& mutexes();
const fearless_rcs& rcs();
const fearless_arcs& arcs();
const fearless_weak_arcs& weak_arcs();

}  // namespace bindings

// SPDX-License-Identifier: MIT
#pragma once

#include "fearless_port.h"

namespace bindings {

/// The port with functions that call those of `original` and write each call and its result to the trace. Valid to the
/// end of the process. Call it once.
const fearless_port& traced(const fearless_port& original);

}  // namespace bindings

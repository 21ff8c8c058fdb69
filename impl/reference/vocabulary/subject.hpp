// SPDX-License-Identifier: MIT
#pragma once

/// The reference as the compile-time pairs see it: its names, under the name that every implementation gives to its
/// own.
#include <fearless/fearless.hpp>

namespace subject = fearless;

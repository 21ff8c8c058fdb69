// SPDX-License-Identifier: MIT
#pragma once

/// Catch2, whichever of its two layouts is installed: one header (version 2) or several (version 3).
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>  // IWYU pragma: export
#else
#include <catch2/catch.hpp>  // IWYU pragma: export
#endif

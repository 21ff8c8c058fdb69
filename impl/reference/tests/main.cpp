// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <fearless/panic.hpp>

namespace {
/// Tests panic on purpose: the lines that say so would only be noise.
const auto printing = fearless::set_panic_hook([](const fearless::panic_payload&, const std::source_location&) {});
}  // namespace

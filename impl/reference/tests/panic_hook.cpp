// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <fearless/panic.hpp>

namespace {
/// The tests panic on purpose, so the panic messages are turned off.
const auto printing = fearless::set_panic_hook([](const fearless::panic_payload&, const std::source_location&) {});
}  // namespace

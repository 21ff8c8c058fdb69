// SPDX-License-Identifier: MIT
#include <fearless/panic.hpp>
#include <source_location>

namespace {
/// The tests panic on purpose, so the panic messages are turned off.
const auto printing = fearless::set_panic_hook([](const fearless::panic_payload&, const std::source_location&) {});
}  // namespace

// SPDX-License-Identifier: MIT
// Mutant: the error of a send that does not wait is shareable if the message is sendable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.try-send-error.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::try_send_error<T>> = fearless::send<T>;

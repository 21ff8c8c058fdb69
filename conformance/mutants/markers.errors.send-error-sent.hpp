// SPDX-License-Identifier: MIT
// Mutant: the error of a send is sendable whatever the message is.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.send-error.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::send_error<T>> = true;

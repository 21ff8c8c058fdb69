// SPDX-License-Identifier: MIT
// Mutant: a bounded sender is sendable if its messages are shareable.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.bounded-sender.type
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sync_sender<T>> = fearless::sync<T>;

// SPDX-License-Identifier: MIT
// Mutant: a sender is sendable if its messages are shareable.
// Breaks: markers.senders, send.transfer.only-sendable
// Verdict: FAIL
// Case: markers.senders.sender.type, send.transfer.only-sendable.sender.shareable.reject
#include <reference_native.hpp>

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sender<T>> = fearless::sync<T>;

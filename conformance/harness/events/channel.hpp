// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// The way to the certifier, without the heap and out of the race detector's sight: the detector reports through it
/// while it holds locks of its own.
namespace events {

/// Opens the channel. A socket holds a secret, which the certifier sent before it started this program. Each line
/// begins with the secret and the line's number, so that what others write is noticed. Other files get the lines alone.
/// Until the channel is open, lines are discarded. Errors: false if the secret is not there, since another program of
/// this process has read it.
[[nodiscard]] bool open_channel(int descriptor);

/// Sends a line, which ends with a line break. Thread safety: may be called from any thread.
void send_line(const char* line, std::size_t size);

}  // namespace events

// SPDX-License-Identifier: MIT
#pragma once

namespace host {

/// Notes which code this process was started with: the test program's, with the race detector's, and that of its
/// libraries. To be called before the implementation is loaded.
void note_started_code();

/// Sends an event for each of these files whose code in memory is no longer that of the file: what such a process
/// reports means nothing. A system without /proc/self/pagemap does not show changes within a page.
void report_changed_code();

}  // namespace host

// SPDX-License-Identifier: MIT
#pragma once

namespace bindings {

/// Notes the files that are loaded now: they are the test program's own. Requires that the implementation is not
/// loaded.
void note_own_files();

/// Reports by an event, `mapped`, which files the loader has added to these, unless it has loaded none since the last
/// report. An implementation may load some late, by dlopen.
void report_loaded_files();

}  // namespace bindings

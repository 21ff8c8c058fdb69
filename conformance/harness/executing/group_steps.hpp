// SPDX-License-Identifier: MIT
#pragma once

#include "executing/state.hpp"

namespace scenarios {

// The steps of each group: they call the port, and record what it did. The calling thread owns the object, the port has
// its group, and a step whose name for a new object is taken does nothing.

// Channels.
void make_channel(const step& what);
void send(const step& what);
void recv(const step& what);
void each(const step& what);

// Mutexes.
void lock(const step& what);
void unlock(handle mutex);
flow with_lock(const step& what);
void put(const step& what);
/// The data of a mutex whose lock the calling thread has, or nullptr.
fearless_value* data_of(handle mutex);

// Owners, and mutexes too.
void make_object(const step& what);
void read(const step& what);
void count(const step& what);
void cycle(const step& what);
void downgrade(const step& what);
void upgrade(const step& what);

// Threads.
void spawn(const step& what);
void join(const step& what);
void sleep(const step& what);
void interrupt(const step& what);
flow catch_panic(const step& what);
/// The value that the calling thread returns or panics with.
void leave_with(const step& what, place where);

}  // namespace scenarios

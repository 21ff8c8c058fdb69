// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "executing/state.hpp"

namespace scenarios {

/// The object as the port has it.
template <class Handle>
Handle* port_of(handle one) {
  return static_cast<Handle*>(at(one).port);
}

/// Whether the calling thread owns the object. Of a mutex, which threads share: whether its creation happens before
/// what the thread does now, since the thread or one that spawned it made the mutex, or it joined one that knew it.
bool is_mine(handle one);

/// Takes a name for an object that is about to be made. Returns false if an object has it, or another thread makes one.
bool take_name(handle name);

/// Gives a name back for which no object was made.
void give_back(handle name);

/// A number for an object or an owner, as recordings have them.
std::uint32_t new_number();

/// The object that has this name from now on; the calling thread has taken it, and then owns the object.
void own(handle name, void* port, std::uint32_t number, std::uint32_t owner);

/// Makes another owner of the same object, and gives it a name.
void clone(const step& what);

/// Makes many other owners of the same object, which have no names.
void crowd(const step& what);

/// Drops these.
void disperse(handle one);

}  // namespace scenarios

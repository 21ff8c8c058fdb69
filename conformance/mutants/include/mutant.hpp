// SPDX-License-Identifier: MIT
#pragma once

#include "fearless_port.h"

/// The port's arcs and their weak owners.
struct arcs_table : fearless_arcs {
  fearless_weak_arcs weak;

  /// Replaces the arcs. The reference's weak owners do not fit them and are removed.
  arcs_table& operator=(const fearless_arcs& others) {
    fearless_arcs::operator=(others);
    weak = {};
    return *this;
  }
};

/// A port with its tables by value, so that a mutant can replace entries.
///
///     MUTANT(port) {
///       port.threads.join = [](auto* handle, auto* result) { … reference.threads.join(handle, result) … };
///     }
struct tables {
  fearless_threads threads;
  fearless_channels channels;
  fearless_mutexes mutexes;
  fearless_rcs rcs;
  arcs_table arcs;
};

/// The port of the reference, which is linked in under this name.
extern "C" const fearless_port* fearless_reference_port_v1();

/// The tables of the reference, for the entries of a mutant that call the original.
inline const tables reference = [] {
  const fearless_port& own = *fearless_reference_port_v1();
  return tables{
      .threads = own.threads != nullptr ? *own.threads : fearless_threads{},
      .channels = own.channels != nullptr ? *own.channels : fearless_channels{},
      .mutexes = own.mutexes != nullptr ? *own.mutexes : fearless_mutexes{},
      .rcs = own.rcs != nullptr ? *own.rcs : fearless_rcs{},
      .arcs = {own.arcs != nullptr ? *own.arcs : fearless_arcs{},
               own.weak_arcs != nullptr ? *own.weak_arcs : fearless_weak_arcs{}},
  };
}();

/// The reference's port after `change`. A group that the reference lacks stays null.
inline const fearless_port* changed_port(void (*change)(tables&)) {
  static tables changed = reference;
  static const fearless_port port = [change] {
    change(changed);
    fearless_port result = *fearless_reference_port_v1();
    if (result.threads != nullptr) result.threads = &changed.threads;
    if (result.channels != nullptr) result.channels = &changed.channels;
    if (result.mutexes != nullptr) result.mutexes = &changed.mutexes;
    if (result.rcs != nullptr) result.rcs = &changed.rcs;
    if (result.arcs != nullptr) result.arcs = &changed.arcs;
    result.weak_arcs = changed.arcs.weak.upgrade != nullptr ? &changed.arcs.weak : nullptr;
    return result;
  }();
  return &port;
}

/// Replaces entries of a port.
using port_change = void (*)(tables&);

/// A mutant or variant of this library. They form a list, in which a library finds the one that it was loaded as.
struct named_change {
  named_change(const char* source_file, port_change its_change) : file(source_file), change(its_change), next(first) {
    first = this;
  }

  const char* file;  ///< whose stem is the name
  port_change change;
  const named_change* next;
  static inline const named_change* first = nullptr;
};

/// A mutant: the body changes entries of `port`.
#define MUTANT(port)                                               \
  static void mutant_change(tables& port);                         \
  static const named_change mutant_named(__FILE__, mutant_change); \
  static void mutant_change([[maybe_unused]] tables& port)

/// A correct implementation with unusual behaviour: the body changes entries of `port`.
#define VARIANT(port) MUTANT(port)

// SPDX-License-Identifier: MIT
#pragma once

/// Clang's typestate attributes. With them `-Wconsumed` follows a value through the code that owns it, and reports a
/// use after it was consumed (Rust's E0382). They are empty for other compilers: the program has the same meaning and
/// fewer checks.
#if defined(__clang__)
#define FEARLESS_CONSUMABLE __attribute__((consumable(unconsumed)))
#define FEARLESS_NEEDS_UNCONSUMED __attribute__((callable_when("unconsumed", "unknown")))
#define FEARLESS_CONSUMES __attribute__((callable_when("unconsumed", "unknown"), set_typestate(consumed)))
#else
#define FEARLESS_CONSUMABLE
#define FEARLESS_NEEDS_UNCONSUMED
#define FEARLESS_CONSUMES
#endif

/// The result of a function refers to its object (or to the parameter with this attribute), so that `-Wdangling` and
/// `-Wreturn-stack-address` report a result that outlives it (Rust's E0597 and E0515).
#if defined(__clang__)
#define FEARLESS_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define FEARLESS_LIFETIMEBOUND
#endif

/// Deletes a function and, if the compiler supports it (C++26; Clang in every mode), puts the reason into its message.
#if defined(__cpp_deleted_function) && defined(__clang__)
#define FEARLESS_DELETED(reason)                                                                \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wc++26-extensions\"") = \
      delete (reason)_Pragma("clang diagnostic pop")
#else
#define FEARLESS_DELETED(reason) = delete
#endif

/// Deletes the copy constructor and the copy assignment of a class, with the same reason.
#define FEARLESS_NOT_COPYABLE(type, reason)   \
  type(const type&) FEARLESS_DELETED(reason); \
  type& operator=(const type&) FEARLESS_DELETED(reason)

// SPDX-License-Identifier: MIT
#pragma once

/// Clang's typestate attributes, by which `-Wconsumed` follows a value through the code that owns it and reports its
/// use after it was used up (Rust's E0382). They are empty for a compiler that does not have them: the program means
/// the same, and is checked less.
#if defined(__clang__)
#define FEARLESS_CONSUMABLE __attribute__((consumable(unconsumed)))
#define FEARLESS_NEEDS_UNCONSUMED __attribute__((callable_when("unconsumed", "unknown")))
#define FEARLESS_CONSUMES __attribute__((callable_when("unconsumed", "unknown"), set_typestate(consumed)))
#else
#define FEARLESS_CONSUMABLE
#define FEARLESS_NEEDS_UNCONSUMED
#define FEARLESS_CONSUMES
#endif

/// What a function returns refers to its object (or to the parameter that bears this), so that `-Wdangling` and
/// `-Wreturn-stack-address` see where it would outlive it (Rust's E0597 and E0515).
#if defined(__clang__)
#define FEARLESS_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define FEARLESS_LIFETIMEBOUND
#endif

/// Deletes a function, and gives the reason in the compiler's message where the compiler knows how (C++26; Clang does
/// in every mode).
#if defined(__cpp_deleted_function) && defined(__clang__)
#define FEARLESS_DELETED(reason)                                                                \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wc++26-extensions\"") = \
      delete (reason)_Pragma("clang diagnostic pop")
#else
#define FEARLESS_DELETED(reason) = delete
#endif

/// Deletes the copy constructor and the copy assignment of a class, for one reason.
#define FEARLESS_NOT_COPYABLE(type, reason)   \
  type(const type&) FEARLESS_DELETED(reason); \
  type& operator=(const type&) FEARLESS_DELETED(reason)

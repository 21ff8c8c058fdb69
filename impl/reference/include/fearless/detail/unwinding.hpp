// SPDX-License-Identifier: MIT
#pragma once

#include <cxxabi.h>

namespace fearless::detail {

/// The state that the C++ runtime keeps for each thread, in the layout of the Itanium ABI, which all supported
/// compilers share.
struct exceptions_of_thread {
  void* caught;
  unsigned uncaught;
};

/// This thread's state, set on first use. The TLS model makes the access free of calls, also in a shared library.
[[gnu::tls_model("initial-exec")]] inline constinit thread_local const exceptions_of_thread* own_exceptions = nullptr;

[[gnu::cold, gnu::noinline]] inline void find_own_exceptions() noexcept {
  own_exceptions = reinterpret_cast<const exceptions_of_thread*>(abi::__cxa_get_globals());
}

/// Whether a panic or another exception unwinds this thread (Rust's `thread::panicking`). The same as
/// `std::uncaught_exceptions() > 0` without a call: two calls would double the cost of a lock.
[[nodiscard]] inline bool is_unwinding() noexcept {
  if (own_exceptions == nullptr) [[unlikely]]
    find_own_exceptions();
  return own_exceptions->uncaught > 0;
}

/// Detects a panic since its construction, by Rust's rule: the thread unwinds now, and did not unwind then. A lock that
/// a destructor takes and releases while its thread unwinds is not poisoned.
class panic_watch {
 public:
  [[nodiscard]] bool has_seen_panic() const noexcept { return !was_unwinding_ && is_unwinding(); }

 private:
  bool was_unwinding_ = is_unwinding();
};

}  // namespace fearless::detail

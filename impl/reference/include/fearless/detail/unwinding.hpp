// SPDX-License-Identifier: MIT
#pragma once

#include <cxxabi.h>

namespace fearless::detail {

/// What the C++ runtime keeps for each thread, as the ABI that all our compilers share lays it out.
struct exceptions_of_thread {
  void* caught;
  unsigned uncaught;
};

/// This thread's, once it was asked for. In the part of a thread's memory that is reached without a call, also from a
/// shared library.
[[gnu::tls_model("initial-exec")]] inline constinit thread_local const exceptions_of_thread* own_exceptions = nullptr;

[[gnu::cold, gnu::noinline]] inline void find_own_exceptions() noexcept {
  own_exceptions = reinterpret_cast<const exceptions_of_thread*>(abi::__cxa_get_globals());
}

/// Whether this thread is unwinding: a panic, or another exception, is on its way (Rust's `thread::panicking`). The
/// same as `std::uncaught_exceptions() > 0`, but that nothing is called: two calls would double what a lock costs.
[[nodiscard]] inline bool is_unwinding() noexcept {
  if (own_exceptions == nullptr) [[unlikely]]
    find_own_exceptions();
  return own_exceptions->uncaught > 0;
}

/// Sees whether a panic has come between, by Rust's rule: it has where the thread unwinds now and did not when this was
/// made. What is locked and given up by a destructor, while its thread unwinds, is as sound as at any other time.
class panic_watch {
 public:
  [[nodiscard]] bool has_seen_panic() const noexcept { return !was_unwinding_ && is_unwinding(); }

 private:
  bool was_unwinding_ = is_unwinding();
};

}  // namespace fearless::detail

// SPDX-License-Identifier: MIT
#pragma once

#include <future>
#include <thread>

#include "fearless_port.hpp"

/// A panic in C++: an exception with the suite's payload.
struct standard_panics {
  struct panicked {
    fearless::port::value payload;
  };
  [[noreturn]] static void panic(fearless::port::value payload) { throw panicked{std::move(payload)}; }
  static fearless::port::value payload_of(const std::exception_ptr& unwound) {
    try {
      std::rethrow_exception(unwound);
    } catch (panicked& panic) {
      return std::move(panic.payload);
    } catch (...) {
      return {};
    }
  }
};

/// The standard library's threads, for the implementation `I` of that library, and for others without threads of their
/// own.
template <class I>
struct standard_threads {
  /// A std::thread has no result; a future carries it.
  struct join_handle {
    std::future<fearless::port::value> result;
    std::thread running;
  };

  static join_handle spawn(fearless::port::closure<I> body) {
    std::promise<fearless::port::value> promise;
    auto result = promise.get_future();
    return {std::move(result), std::thread([body = std::move(body), promise = std::move(promise)]() mutable {
              try {
                promise.set_value(body());
              } catch (...) {
                promise.set_exception(std::current_exception());
              }
            })};
  }
  static fearless::port::joined join(join_handle handle) {
    try {
      return join_unwrap(std::move(handle));
    } catch (...) {
      return std::unexpected(I::payload_of(std::current_exception()));
    }
  }
  static fearless::port::value join_unwrap(join_handle handle) {
    handle.running.join();
    return handle.result.get();
  }
  static void sleep(std::chrono::nanoseconds duration) { std::this_thread::sleep_for(duration); }
};

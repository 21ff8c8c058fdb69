// SPDX-License-Identifier: MIT
#pragma once

#include <cxxabi.h>

#include "fearless/panic.hpp"

namespace fearless {

template <class F>
auto catch_panic(F&& body) -> std::expected<std::invoke_result_t<F>, panic_payload> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
      std::forward<F>(body)();
      return {};
    } else {
      return std::forward<F>(body)();
    }
  } catch (abi::__forced_unwind&) {
    throw;  // pthread_exit or a cancellation, which must not be stopped
  } catch (panic_exception& panicking) {
    return std::unexpected(std::move(panicking.payload()));
  } catch (...) {
    return std::unexpected(panic_payload::of_exception(std::current_exception()));
  }
}

}  // namespace fearless

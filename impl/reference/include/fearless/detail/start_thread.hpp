// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>

#include "fearless/panic.hpp"
#include "fearless/result.hpp"
#include "fearless/thread.hpp"

namespace fearless::detail {

/// The result of a thread, for the thread that joins it. The thread and its handle share it: either may be the last to
/// drop it.
template <class R>
struct outcome_of_thread {
  std::optional<result<R, panic_payload>> ended_with;  // written by the thread before it ends, read after the join
  std::atomic<bool> finished = false;

  /// For the thread, at its end.
  void end(std::expected<R, panic_payload> with) {
    ended_with.emplace(std::move(with));
    finished.store(true, std::memory_order_release);  // release: pairs with the acquire in is_finished
  }
  [[nodiscard]] bool is_finished() const { return finished.load(std::memory_order_acquire); }
};

/// The values of a thread: each is owned, or borrowed if it was passed by `std::ref` or `std::cref`.
template <class... Values>
using environment_of = std::tuple<std::unwrap_ref_decay_t<Values>...>;

/// What a body returns when it is called with these values; void if it can't be called.
template <class F, class... Values>
struct call {
  using result = void;
};
template <class F, class... Values>
  requires std::is_invocable_v<F, std::unwrap_ref_decay_t<Values>...>
struct call<F, Values...> {
  using result = std::invoke_result_t<F, std::unwrap_ref_decay_t<Values>...>;
};
template <class F, class... Values>
using result_of_body = call<F, Values...>::result;

/// Runs `body(environment…)` on a new thread, and then `outcome->end(…)`. Errors: panics if the system can't start a
/// thread.
template <class Outcome, class F, class Environment>
std::thread start_thread(const fearless::thread& identity, std::shared_ptr<Outcome> outcome, F body,
                         Environment environment) {
  auto run = [own = identity.clone(), outcome = std::move(outcome), body](Environment given) mutable {
    become(own);
    outcome->end(catch_panic([&] {
      // This call destroys the parameters, so the environment is destroyed before the thread counts as finished.
      auto owned = std::move(given);
      return std::apply(body, std::move(owned));
    }));
  };
  try {
    return std::thread(std::move(run), std::move(environment));
  } catch (const std::system_error& error) {
    panic(std::string("the system can't start a thread: ") + error.what());
  }
}

}  // namespace fearless::detail

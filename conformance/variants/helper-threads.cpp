// SPDX-License-Identifier: MIT
// A correct implementation in which a new detached helper thread starts each thread.
#include <memory>
#include <semaphore>
#include <system_error>
#include <thread>

#include "mutant.hpp"

namespace {

struct order {
  fearless_closure closure;
  fearless_thread* thread = nullptr;
  std::binary_semaphore carried_out{0};
};

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) -> fearless_thread* {
    const std::shared_ptr<order> given(new order{.closure = closure});
    try {
      std::thread([given] {
        given->thread = reference.threads.spawn(given->closure);
        given->carried_out.release();
      }).detach();
    } catch (const std::system_error&) {
      closure.drop(closure.env);
      return nullptr;
    }
    given->carried_out.acquire();
    return given->thread;
  };
}

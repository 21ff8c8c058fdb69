// SPDX-License-Identifier: MIT
// A correct implementation in which a new detached helper thread starts each thread.
#include <memory>
#include <semaphore>
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
  port.threads.spawn = [](fearless_closure closure) {
    const std::shared_ptr<order> given(new order{.closure = closure});
    std::thread([given] {
      given->thread = reference.threads.spawn(given->closure);
      given->carried_out.release();
    }).detach();
    given->carried_out.acquire();
    return given->thread;
  };
}

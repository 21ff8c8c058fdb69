// SPDX-License-Identifier: MIT
// A correct implementation on POSIX threads that yields the processor often.
#include <pthread.h>
#include <sched.h>

#include <memory>
#include <utility>

#include "drop.hpp"
#include "mutant.hpp"

namespace {

void yield() {
  for (int times = 0; times < 10; ++times) sched_yield();
}

/// A thread and its result. Owned by the thread and by its handle, and deleted by the last of them.
struct thread {
  explicit thread(fearless_closure to_run) : closure(to_run) {}
  ~thread() { drop(value); }

  fearless_closure closure;
  fearless_value value{};
  fearless_outcome outcome{};
  pthread_t native{};
};
using handle = std::shared_ptr<thread>;

void* run(void* given) {
  yield();
  const std::unique_ptr<handle> own(static_cast<handle*>(given));
  thread& self = **own;
  self.outcome = self.closure.call(self.closure.env, &self.value);
  yield();
  self.closure.drop(self.closure.env);
  yield();
  return nullptr;
}

handle take(fearless_thread* given) {
  yield();
  const std::unique_ptr<handle> own(reinterpret_cast<handle*>(given));
  return std::move(*own);
}

fearless_outcome join(fearless_thread* given, fearless_value* result) {
  const handle joined = take(given);
  pthread_join(joined->native, nullptr);
  *result = std::exchange(joined->value, {});
  return joined->outcome;
}

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) -> fearless_thread* {
    yield();
    auto made = std::make_unique<handle>(std::make_shared<thread>(closure));
    auto for_the_thread = std::make_unique<handle>(*made);
    if (pthread_create(&(*made)->native, nullptr, run, for_the_thread.get()) != 0) {
      closure.drop(closure.env);
      return nullptr;
    }
    for_the_thread.release();
    yield();
    return reinterpret_cast<fearless_thread*>(made.release());
  };
  port.threads.join = join;
  port.threads.join_unwrap = [](fearless_thread* given, fearless_value* result) {
    const auto outcome = join(given, result);
    if (outcome == FEARLESS_PANICS) drop(std::exchange(*result, {}));  // the second panic has another payload
    return outcome;
  };
  port.threads.detach = [](fearless_thread* given) { pthread_detach(take(given)->native); };
  port.threads.sleep = [](std::uint64_t nanoseconds) {
    yield();
    reference.threads.sleep(nanoseconds);
    yield();
  };
}

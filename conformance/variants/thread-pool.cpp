// SPDX-License-Identifier: MIT
// A correct implementation with a thread pool: a thread that has finished a closure waits for another one, and a new
// thread starts only if none is idle. A join waits for the closure, since its thread does not end.
#include <condition_variable>
#include <deque>
#include <latch>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "drop.hpp"
#include "mutant.hpp"

namespace {

/// A closure and its result. Owned by the thread that runs it and by the handle.
struct job {
  explicit job(fearless_closure to_run) : closure(to_run) {}
  ~job() { drop(value); }

  void run() {
    outcome = closure.call(closure.env, &value);
    closure.drop(closure.env);
    done.count_down();
  }

  fearless_closure closure;
  fearless_value value{};
  fearless_outcome outcome{};
  std::latch done{1};
};
using handle = std::shared_ptr<job>;

class pool {
 public:
  void add(handle added) {
    const std::lock_guard locked(lock_);
    if (waiting_.size() == idle_) {
      std::thread([this] { serve(); }).detach();
      ++idle_;
    }
    waiting_.push_back(std::move(added));
    changed_.notify_one();
  }

 private:
  void serve() {
    std::unique_lock locked(lock_);
    while (true) {
      changed_.wait(locked, [this] { return !waiting_.empty(); });
      handle next = std::move(waiting_.front());
      waiting_.pop_front();
      --idle_;
      locked.unlock();
      next->run();
      next.reset();
      locked.lock();
      ++idle_;
    }
  }

  std::mutex lock_;
  std::condition_variable changed_;
  std::deque<handle> waiting_;
  std::size_t idle_ = 0;  // at least the number of waiting closures
};

pool& threads = *new pool;  // never deleted, since its threads run until the process ends

handle take(fearless_thread* thread) {
  const std::unique_ptr<handle> owned(reinterpret_cast<handle*>(thread));
  return std::move(*owned);
}

fearless_outcome join(fearless_thread* thread, fearless_value* result) {
  const handle joined = take(thread);
  joined->done.wait();
  *result = std::exchange(joined->value, {});
  return joined->outcome;
}

}  // namespace

VARIANT(port) {
  port.threads.spawn = [](fearless_closure closure) -> fearless_thread* {
    auto made = std::make_unique<handle>(std::make_shared<job>(closure));
    try {
      threads.add(*made);
    } catch (const std::system_error&) {
      closure.drop(closure.env);
      return nullptr;
    }
    return reinterpret_cast<fearless_thread*>(made.release());
  };
  port.threads.join = join;
  port.threads.join_unwrap = [](fearless_thread* thread, fearless_value* result) {
    const auto outcome = join(thread, result);
    if (outcome == FEARLESS_PANICS) drop(std::exchange(*result, {}));  // the second panic has another payload
    return outcome;
  };
  port.threads.detach = [](fearless_thread* thread) { take(thread); };
}

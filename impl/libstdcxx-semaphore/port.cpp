// SPDX-License-Identifier: MIT
// libstdc++'s binary_semaphore behind the port, as a lock, between its jthreads. Channels are the kit's: those of
// semaphores would fail now and then, by the same bug as the lock, so that no two runs were the same.
#include <semaphore>

#include "fearless_port_std.hpp"
#include "standard_threads.hpp"

#define TEXT_OF(number) #number
#define RELEASE_OF(number) TEXT_OF(number)

namespace {

using fearless::port::joined;
using fearless::port::value;

class semaphore_lock {
 public:
  void lock() { free_.acquire(); }
  bool try_lock() { return free_.try_acquire(); }
  void unlock() { free_.release(); }

 private:
  std::binary_semaphore free_{1};
};

struct semaphores : standard_panics {
  static constexpr const char* name = "libstdcxx-semaphore";
  static constexpr const char* release = RELEASE_OF(_GLIBCXX_RELEASE);

  struct threads {
    /// A std::jthread has no result; a future carries it. A jthread that is dropped is joined, so a user who lets it
    /// run on detaches it.
    struct join_handle {
      std::future<value> result;
      std::jthread running;
      join_handle(std::future<value> ends, std::jthread runs) : result(std::move(ends)), running(std::move(runs)) {}
      join_handle(join_handle&&) = default;
      join_handle& operator=(join_handle&&) = delete;
      ~join_handle() {
        if (running.joinable()) running.detach();
      }
    };

    static join_handle spawn(fearless::port::closure<semaphores> body) {
      std::promise<value> promise;
      auto result = promise.get_future();
      return {std::move(result), std::jthread([body = std::move(body), promise = std::move(promise)]() mutable {
                try {
                  promise.set_value(body());
                } catch (...) {
                  promise.set_exception(std::current_exception());
                }
              })};
    }
    static joined join(join_handle handle) {
      try {
        return join_unwrap(std::move(handle));
      } catch (...) {
        return std::unexpected(payload_of(std::current_exception()));
      }
    }
    static value join_unwrap(join_handle handle) {
      handle.running.join();
      return handle.result.get();
    }
    static void sleep(std::chrono::nanoseconds duration) { std::this_thread::sleep_for(duration); }
  };

  using channels = fearless::port::std_channels;
  using mutexes = fearless::port::lock_mutexes<semaphore_lock>;
  using arcs = fearless::port::std_arcs;
};

}  // namespace

FEARLESS_PORT(semaphores)

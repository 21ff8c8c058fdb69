// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "fearless/condvar.hpp"
#include "fearless/mutex.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// Whether a thread is the one that came last to a barrier.
class barrier_wait_result {
 public:
  explicit barrier_wait_result(bool is_leader) : is_leader_(is_leader) {}
  [[nodiscard]] bool is_leader() const { return is_leader_; }

 private:
  bool is_leader_;
};

/// Where a number of threads wait for each other, time after time.
///
/// | state, in one mutex | changed by                                        |
/// |---------------------|---------------------------------------------------|
/// | `arrived`           | each that comes, by one; the last one, back to 0  |
/// | `generation`        | the last one that comes, by one                   |
///
/// Who is not the last waits for the generation to change. The number of those who have arrived would not do: the next
/// round may have begun before everybody has left this one. Thread safety: all of it may be called from several threads
/// at once.
class barrier {
 public:
  /// For so many threads. A barrier for 0 lets each thread through, as one for 1 does.
  explicit barrier(std::size_t threads) : threads_(threads) {}

  /// Waits until as many threads have come as the barrier is for. One of them, the last, is the leader. Blocks. Memory
  /// order: all that any of them did before happens before the return of each.
  barrier_wait_result wait() const {
    auto held = state_.lock().unwrap();
    const std::uint64_t own = held->generation;
    if (++held->arrived < threads_) {
      static_cast<void>(
          everybody_came_.wait_while(std::move(held), [own](const progress& now) { return now.generation == own; })
              .unwrap());
      return barrier_wait_result(false);
    }
    held->arrived = 0;
    ++held->generation;
    everybody_came_.notify_all();
    return barrier_wait_result(true);
  }

 private:
  struct progress {
    std::size_t arrived = 0;
    std::uint64_t generation = 0;
  };

  std::size_t threads_;
  mutex<progress> state_{progress{}};
  condvar everybody_came_;
};

namespace detail {
template <>
inline constexpr bool known_send<barrier> = true;
template <>
inline constexpr bool known_sync<barrier> = true;
}  // namespace detail

}  // namespace fearless

// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "fearless/condvar.hpp"
#include "fearless/debug.hpp"
#include "fearless/mutex.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// The result of `barrier::wait`: whether the thread is the leader, the last to arrive.
class barrier_wait_result {
 public:
  explicit barrier_wait_result(bool is_leader) : is_leader_(is_leader) {}
  [[nodiscard]] bool is_leader() const { return is_leader_; }

  friend void append_debug(std::string& text, const barrier_wait_result& printed) {
    text += "BarrierWaitResult { is_leader: " + debug(printed.is_leader_) + " }";
  }

 private:
  bool is_leader_;
};

/// Where a fixed number of threads wait for each other, in rounds.
///
/// | state, in one mutex | changed by                                            |
/// |---------------------|-------------------------------------------------------|
/// | `arrived`           | each thread that arrives, +1; the last one, back to 0 |
/// | `generation`        | the last thread that arrives, +1                      |
///
/// The other threads wait for the generation to change. Waiting for `arrived` would be wrong: the next round may begin
/// before all threads have left this one. Thread safety: all functions may be called from several threads at once.
class barrier {
 public:
  /// Makes a barrier for this many threads. A barrier for 0 or 1 never waits.
  explicit barrier(std::size_t threads) : threads_(threads) {}

  /// Waits until all threads of this round have arrived. The last one is the leader. Blocks. Memory order: everything
  /// that a thread did before it arrived happens before the return of each.
  barrier_wait_result wait() const {
    auto held = state_.lock().unwrap();
    const std::uint64_t own = held->generation;
    if (++held->arrived < threads_) {
      static_cast<void>(
          all_arrived_.wait_while(std::move(held), [own](const progress& now) { return now.generation == own; })
              .unwrap());
      return barrier_wait_result(false);
    }
    held->arrived = 0;
    ++held->generation;
    all_arrived_.notify_all();
    return barrier_wait_result(true);
  }

  friend void append_debug(std::string& text, const barrier&) { text += "Barrier { .. }"; }

 private:
  struct progress {
    std::size_t arrived = 0;
    std::uint64_t generation = 0;
  };

  std::size_t threads_;
  mutex<progress> state_{progress{}};
  condvar all_arrived_;
};

namespace detail {
template <>
inline constexpr bool known_send<barrier> = true;
template <>
inline constexpr bool known_sync<barrier> = true;
template <>
inline constexpr auto made_of<barrier_wait_result> = parts<bool>{};
}  // namespace detail

}  // namespace fearless

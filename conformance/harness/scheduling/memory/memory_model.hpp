// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <optional>
#include <vector>

#include "scheduling/memory/histories.hpp"
#include "scheduling/memory/vector_clock.hpp"
#include "scheduling/strategies/operation.hpp"
#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// The order of an atomic operation, as the compiler passes it: `__ATOMIC_RELAXED` and so on.
using atomic_order = int;

/// Which values a load may read by the C++ memory model, in an execution that runs one thread at a time.
///
/// A load may read any store that C++20 allows, and the strategy chooses which. The stores to a place are ordered as
/// they are executed. So each value is one that the language allows; what needs another order, or a load of a value
/// that is stored later, is not found. The race detector is told exactly the order that the model makes: release
/// sequences end where C++20 ends them, and fences synchronise.
///
/// A value that the model did not see stored was stored by code that is not intercepted. A load reads it, and comes
/// after everything: that may hide a bug, and shows none that is not there.
///
/// C. Lidbury, A. F. Donaldson, "Dynamic Race Detection for C++11", POPL 2017; the order of sequentially consistent
/// operations is that of ISO C++20 [atomics.order].
///
/// Thread safety: not safe. Only the thread that has the scheduler's turn may come here.
class memory_model {
 public:
  memory_model();
  memory_model(const memory_model&) = delete;
  memory_model& operator=(const memory_model&) = delete;

  /// Begins an execution, for whose loads the strategy chooses. What was stored earlier happens before all of it.
  void begin(strategy& how);
  void end();

  /// Whether an execution is under way.
  [[nodiscard]] bool is_on() const { return is_on_.load(std::memory_order_relaxed); }  // it publishes nothing

  // Threads, by their places in the scheduler.

  /// A thread begins. `starter`: the one that started it, or none where that is not known.
  void thread_begins(int thread, std::optional<int> starter);
  void thread_ends(int thread, std::uintptr_t handle);

  /// The thread has joined the one of this handle.
  void joins(int thread, std::uintptr_t handle);

  // Atomic operations, each just before it is executed, and `executed` just after it. `present`: what the memory has.

  /// What an operation is to do.
  struct verdict {
    std::optional<atomic_value> older;  ///< the value that it reads; none: that of the memory
    atomic_order order;                 ///< for the operation on the memory
  };

  verdict load(int thread, atomic_place at, atomic_value present, atomic_order order);

  /// Return the order for the operation on the memory.
  atomic_order store(int thread, atomic_place at, atomic_value present, atomic_value value, atomic_order order);
  atomic_order read_modify_write(int thread, atomic_place at, atomic_value present, atomic_value value,
                                 atomic_order order);

  struct exchange {
    atomic_value expected, desired;
    atomic_order success, failure;
    bool is_weak;  ///< whether it may fail for no reason
  };
  /// With `older`, the operation fails and has read that value.
  verdict compare_exchange(int thread, atomic_place at, atomic_value present, const exchange& wanted);

  /// The operation was executed: a thread that acquires what it released comes after it.
  void executed();

  void fence(int thread, atomic_order order);

  // What else orders the threads.

  /// What a thread has done before it releases an object happens before what a thread does after it has acquired it.
  void release(int thread, const void* object);
  void acquire(int thread, const void* object);

  /// The thread has compared the newest value, and is ordered by nothing: the kernel did it.
  void sees_newest(int thread, atomic_place at, atomic_value present);

  /// Memory is written by something that is no atomic operation, or belongs to a new object.
  void forget(const void* from, std::size_t size);

  // Moments, for the histories of operations.

  /// The thread is at this moment, of which no two are equal.
  void is_at(int thread, std::uint64_t moment);

  /// Whether one moment happens before another; nothing if one of them is not of this execution.
  [[nodiscard]] std::optional<bool> happens_before(std::uint64_t one, std::uint64_t other) const;

  /// How many loads have read a value other than the newest, in the execution that was last begun.
  [[nodiscard]] std::uint64_t older_values() const { return older_values_; }

 private:
  /// The end of a tick of a thread, published to the race detector by a word.
  struct publication {
    tick at;
    std::size_t number;  ///< which it is in the execution
  };

  struct thread_state {
    explicit thread_state(int index, std::pmr::memory_resource* memory) : number(index), published(memory) {
      now.of(index) = 1;
    }
    int number;                           ///< in clocks
    vector_clock now;                     ///< what happens before its next operation
    std::optional<vector_clock> fenced;   ///< what happens before its last release fence
    std::optional<vector_clock> to_come;  ///< what an acquire fence would come after
    vector_clock told;                    ///< what the race detector knows to happen before
    std::pmr::vector<publication> published;
  };

  /// A sequentially consistent fence.
  struct fence_state {
    std::uint64_t place;  ///< in the order of sequentially consistent operations
    vector_clock before;  ///< what happens before it, or before a fence that was executed earlier
  };

  /// Where a thread was at a moment.
  struct point {
    int thread;  ///< in clocks
    tick at;
    vector_clock before;
  };

  struct execution {
    explicit execution(std::pmr::memory_resource* memory)
        : places(memory), objects(memory), ended(memory), threads(memory), fences(memory), moments(memory) {
      number_of.fill(-1);
    }
    histories places;
    std::pmr::map<const void*, vector_clock> objects;
    std::pmr::map<std::uintptr_t, vector_clock> ended;  ///< by the thread's handle
    std::pmr::vector<thread_state> threads;             ///< in the order of their beginning
    std::pmr::vector<fence_state> fences;
    std::pmr::map<std::uint64_t, point> moments;
    std::array<int, most_threads> number_of{};  ///< of the latest thread in each of the scheduler's places; -1: none
    std::uint64_t sequential = 0;               ///< how many sequentially consistent operations were executed
    std::size_t words_used = 0;
    publication* unpublished = nullptr;  ///< of the operation that is under way
  };

  [[nodiscard]] int number_of_ended_thread(int place) const;
  void share_number(thread_state& ended);
  thread_state& state_of(int thread);
  history& history_of(atomic_place at, atomic_value present);
  [[nodiscard]] bool is_oldest_readable(const stored& candidate, const thread_state& reader, bool is_sequential) const;
  std::size_t choose(const history& from, const thread_state& reader, bool is_sequential);
  void note_load(const thread_state& reader, stored& what, atomic_order order);
  void synchronise(thread_state& reader, const stored& with, atomic_order order);
  void come_after(thread_state& thread, const vector_clock& earlier);
  /// What all threads have done happens before what this one does next: for what is not known better.
  void acquire_everything(thread_state& thread);
  void publish(thread_state& thread);
  std::uint32_t& word_of(const publication& which) { return words_[which.number % words_.size()]; }
  static void continue_release_sequence(stored& next, const stored& before, const thread_state& writer);
  void add_store(thread_state& writer, history& to, atomic_value value, atomic_order order, const stored* replaced);

  std::pmr::monotonic_buffer_resource memory_;
  std::array<std::uint32_t, 1024> words_{};
  strategy* strategy_ = nullptr;
  std::atomic<bool> is_on_ = false;
  std::uint64_t older_values_ = 0;
  std::optional<execution> now_;
};

/// The model of the process.
memory_model& the_memory();

}  // namespace scheduling

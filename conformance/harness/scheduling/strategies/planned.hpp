// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "scheduling/strategies/registry.hpp"

namespace scheduling {

/// A choice that differs from the plainest one.
///
/// In the plainest execution each thread goes on until it has to wait or yields, the next thread by number follows, a
/// wait ends by time only where no thread can go on, the thread that has waited longest is woken, and each load reads
/// the newest value.
struct departure {
  enum class kind : std::uint8_t {
    switches,   ///< the thread `answer` goes on, and not the one that came to the scheduling point
    times_out,  ///< the wait of the thread ends by time
    wakes,      ///< the wait of the thread ends for no reason
    is_woken,   ///< the thread `answer` is woken, and not the one that has waited longest
    goes_on,    ///< a yield of the thread lets no other one go on
    reads,      ///< a load of the thread reads the store that is `answer` stores older than the newest
    fails,      ///< a weak compare-exchange of the thread fails for no reason
    is_late     ///< a wait of the thread is ended by a wake, and goes on only after its time
  };

  kind what;
  int thread;            ///< that was to choose, by its number; 0 for `is_woken`
  std::uint64_t at;      ///< which of the choices of this kind by this thread, from 1
  std::uint64_t answer;  ///< as above; 1 where there is only one

  bool operator==(const departure&) const = default;
};

/// An execution, as what makes it differ from the plainest one.
struct plan {
  std::uint64_t seed_of_body = 0;
  std::vector<departure> departures{};
};

/// Executes these plans, one after the other: the seed of an execution is the number of its plan, from 0. The memory
/// model is on where `models_memory`. Calls `departs`, if there is one, for each departure: with the scheduler's lock
/// held, before it has an effect.
const registered_strategy& planned(std::vector<plan> plans, bool models_memory, void (*departs)(const departure&));

/// The same executions as by the other strategy. Calls `begins` at the beginning of each, and `departs` for each choice
/// that is not the plainest one: with the scheduler's lock held, before the choice has an effect.
const registered_strategy& recorded(const registered_strategy& how, void (*begins)(std::uint64_t seed_of_body),
                                    void (*departs)(const departure&));

}  // namespace scheduling

// SPDX-License-Identifier: MIT
// Mutant: the mutexes are in a table with 256 places: the 257th one is the first one, if that still exists.
// Breaks: mutex.new
// Verdict: DEADLOCK
// Case: mutex.new.scenarios
#include <algorithm>
#include <array>

#include "plain_lock.hpp"

struct placed : plain_lock {
  int users = 0;
};

static std::mutex lock_of_table;
static std::array<placed*, 256> table{};
static std::size_t next_place = 0;

MUTANT(port) {
  port.mutexes = plain_locks<placed>();
  port.mutexes.create = [](fearless_value value) {
    const std::scoped_lock locked(lock_of_table);
    auto*& place = table[next_place++ % table.size()];
    if (place == nullptr) place = new placed;
    ++place->users;
    place->value = value;
    return reinterpret_cast<fearless_mutex*>(static_cast<plain_lock*>(place));
  };
  port.mutexes.drop = [](fearless_mutex* mutex) {
    auto* const dropped = static_cast<placed*>(reinterpret_cast<plain_lock*>(mutex));
    {
      const std::scoped_lock locked(lock_of_table);
      if (--dropped->users > 0) return;
      std::ranges::replace(table, dropped, nullptr);
    }
    delete dropped;
  };
}

// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <vector>

#include "scheduling/memory/vector_clock.hpp"

namespace scheduling {

/// The bytes of an atomic object, of any size up to 16.
__extension__ using atomic_value = unsigned __int128;

/// Where an atomic operation takes place.
struct atomic_place {
  const void* address;
  std::size_t size;
};

/// A store to a place, and who has read it.
struct stored {
  static constexpr int initially = -1;  ///< in place of the thread: before the execution, or when the object was made
  static constexpr int unknown = -2;    ///< in place of the thread: by code that is not intercepted

  explicit stored(atomic_value what, int thread, tick at)
      : value(what), writer(thread), written(at), follows_unseen(thread < 0) {
    first_load.fill(never);
  }

  [[nodiscard]] bool is_by_a_thread() const { return writer >= 0; }

  /// Whether the store, or a load that read it, happens before the point.
  [[nodiscard]] bool is_before(const vector_clock& point) const {
    return (is_by_a_thread() && written <= point.of(writer)) || point.includes_any(first_load);
  }

  static constexpr tick never = UINT32_MAX;

  atomic_value value;
  int writer;
  tick written;
  /// The first of the sequentially consistent operations that stored or read it, by their order; 0: none did.
  std::uint64_t first_sequential = 0;
  /// Whether its release sequence may have begun with a store that the model did not see. Then the race detector knows
  /// more of it than the model.
  bool follows_unseen;
  bool synchronises = false;  ///< whether a load that acquires comes after `released`
  vector_clock released;
  std::array<tick, most_threads> first_load;  ///< when each thread read it first
};

/// The stores to a place in their modification order, without the oldest where there are many.
class history {
 public:
  history(std::size_t size, std::pmr::memory_resource* memory) : size_(size), stores_(memory) {}

  [[nodiscard]] std::size_t size_of_place() const { return size_; }
  [[nodiscard]] std::pmr::vector<stored>& stores() { return stores_; }
  [[nodiscard]] const std::pmr::vector<stored>& stores() const { return stores_; }

  /// Makes this the newest store.
  stored& add(const stored& next) {
    if (stores_.size() == most) stores_.erase(stores_.begin(), stores_.begin() + most / 2);
    return stores_.emplace_back(next);
  }

  /// Nothing is known of earlier stores.
  stored& begin_again(const stored& first) {
    stores_.clear();
    return stores_.emplace_back(first);
  }

 private:
  static constexpr std::ptrdiff_t most = 64;
  std::size_t size_;
  std::pmr::vector<stored> stores_;
};

/// The histories of all places, which do not overlap.
class histories {
 public:
  explicit histories(std::pmr::memory_resource* memory) : memory_(memory), all_(memory) {}

  /// The history of the place, which has no stores where it is new. `was_other`: set where a place that overlaps it was
  /// known.
  history& of(atomic_place place, bool& was_other) {
    const auto address = reinterpret_cast<std::uintptr_t>(place.address);
    auto found = all_.lower_bound(address);
    const bool overlaps_next = found != all_.end() && found->first < address + place.size &&
                               (found->first != address || found->second.size_of_place() != place.size);
    const bool overlaps_earlier =
        found != all_.begin() && std::prev(found)->first + std::prev(found)->second.size_of_place() > address;
    was_other = overlaps_next || overlaps_earlier;
    if (was_other) {
      forget(address, place.size);
      found = all_.lower_bound(address);
    }
    if (found == all_.end() || found->first != address)
      found = all_.emplace_hint(found, address, history(place.size, memory_));
    return found->second;
  }

  /// Forgets the histories of what overlaps these bytes.
  void forget(std::uintptr_t from, std::size_t size) {
    auto first = all_.lower_bound(from);
    if (first != all_.begin() && std::prev(first)->first + std::prev(first)->second.size_of_place() > from) --first;
    auto last = first;
    while (last != all_.end() && last->first < from + size) ++last;
    all_.erase(first, last);
  }

 private:
  std::pmr::memory_resource* memory_;
  std::pmr::map<std::uintptr_t, history> all_;
};

}  // namespace scheduling

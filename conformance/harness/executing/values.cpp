// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "executing/executor.hpp"
#include "executing/state.hpp"
#include "executing/value_memory.hpp"

namespace scenarios {

namespace {

constexpr std::size_t most_memories = std::size_t{1} << 21;        // of a process
constexpr std::size_t enough_memories = most_made + most_threads;  // of an execution
constexpr int deepest_drop = 3;

// Each value has memory of its own in the whole process: the detector would take threads of different executions, which
// nothing orders, for a race.
value_memory* memories = nullptr;
std::size_t first_memory = 0;
std::atomic<std::size_t> next_memory = 0;

template <std::size_t Slot>
void drop_null(void* data);

template <std::size_t... Slots>
constexpr std::array<void (*)(void*), sizeof...(Slots)> all_drops_of_nulls(std::index_sequence<Slots...> /**/) {
  return {drop_null<Slots>...};
}
constexpr auto drops_of_nulls = all_drops_of_nulls(std::make_index_sequence<most_nulls>());

std::int64_t content_of(std::uint32_t made) {
  return std::int64_t{made} * 3 + 1;
}

value_memory& memory_of(std::uint32_t made) {
  return memories[first_memory + made];
}

/// The number as the data of a value; the lowest bits tell the layouts apart.
void* as_data(std::uint32_t made, layout is) {
  return reinterpret_cast<void*>((std::uintptr_t{made} << 4) | static_cast<std::uintptr_t>(is));
}

std::uint32_t checked(std::uintptr_t made, layout is) {
  return made < log().values && log().value[made].is == is ? static_cast<std::uint32_t>(made) : unknown_value;
}

std::uint32_t number_in(void* data, layout is) {
  const auto bits = reinterpret_cast<std::uintptr_t>(data);
  return (bits & 15) == static_cast<std::uintptr_t>(is) ? checked(bits >> 4, is) : unknown_value;
}

/// Other threads may raise it at the same time.
void raise_to(std::atomic<std::size_t>& what, std::size_t least) {
  for (std::size_t seen = what; seen < least && !what.compare_exchange_weak(seen, least);) continue;
}

void is_dropped(std::uint32_t made) {
  value_record& noted = log().value[made];
  if (noted.drops.fetch_add(1) != 0) return;
  noted.drop_begins = now();
  noted.dropped_by = mine;
  noted.at_drop = noted.at;
  noted.at = place::gone;
  if (noted.is == layout::memory) write(memory_of(made), -1);
  const handle carried = std::exchange(noted.carries, {});
  if (mine < most_threads) {
    if (carried.is_some()) {
      at(carried).owner = mine;
      drop_object(carried);
    }
    if (steps_of_drops[made] != nullptr && me().depth < deepest_drop) {
      const auto before = me().context;
      ++me().depth;
      me().context |= in_drop;
      run_list(*steps_of_drops[made]);
      // The result of a thread may be dropped on it when the objects of its closure are gone.
      if (me().has_ended) {
        unlock_all();
        drop_all_of(mine);
      }
      me().context = before;
      --me().depth;
    }
  }
  noted.drop_ends = now();
  if (noted.at_drop == place::result || noted.at_drop == place::payload) note_change();
}

void drop_memory(void* data) {
  if (const auto made = from_port({.data = data, .drop = drop_memory}); made != unknown_value) is_dropped(made);
}
void drop_number(void* data) {
  if (const auto made = number_in(data, layout::number); made != unknown_value) is_dropped(made);
}
char same_address;
void drop_same(void* data) {
  if (data == &same_address && run().same < log().values) is_dropped(run().same);
}
template <std::size_t Slot>
void drop_null(void* data) {
  if (const auto made = run().nulls[Slot].load(); data == nullptr && made != no_value) is_dropped(made);
}

/// Takes a place that has no value yet for this one. Returns false if another value has it.
bool take_place(std::atomic<std::uint32_t>& free, std::uint32_t made) {
  std::uint32_t expected = no_value;
  return free.compare_exchange_strong(expected, made);
}

/// Where the value is whose layout can be told apart by its place only. Others may make such values at the same time.
layout place_of(std::uint32_t made, layout wanted) {
  if (wanted == layout::null && std::ranges::any_of(run().nulls, [=](auto& each) { return take_place(each, made); }))
    return wanted;
  if (wanted == layout::blank && take_place(run().blank, made)) return wanted;
  if (wanted == layout::same) {
    std::uint32_t before = run().same;
    const bool is_free = before == no_value || log().value[before].drop_ends != 0;
    if (is_free && run().same.compare_exchange_strong(before, made)) return wanted;
  }
  return layout::memory;
}

/// The drop of a value that has one of the places for values without data.
void (*drop_of_null(std::uint32_t made))(void*) {
  const auto* const place = std::ranges::find_if(run().nulls, [=](const auto& each) { return each == made; });
  return drops_of_nulls[static_cast<std::size_t>(place - run().nulls.begin())];
}

/// Whether a value may carry the object. A thread that waits for a sender relies on the sender's thread.
bool can_move(handle carried) {
  if (!carried.is_some() || carried.of == kind::rc || carried.of == kind::mutex) return false;
  return carried.of != kind::sender || std::ranges::none_of(run().threads, [&](const thread_state& each) {
           return each.waits && each.waits_for == at(carried).number;
         });
}

}  // namespace

void begin_values() {
  if (memories == nullptr) {
    void* const mapped = mmap(nullptr, most_memories * sizeof(value_memory), PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) _exit(2);
    memories = static_cast<value_memory*>(mapped);
  }
  first_memory = next_memory;
}

bool has_room() {
  return next_memory + enough_memories < most_memories;
}

std::uint32_t make_value(const value& of, place where, std::uint32_t object, handle in_use) {
  const std::uint32_t made = log().values.fetch_add(1);
  if (made >= most_made) _exit(2);
  raise_to(next_memory, first_memory + made + 1);
  value_record& noted = log().value[made];
  noted.number = of.number;
  noted.carries = {};
  noted.drops = 0;
  noted.drop_begins = noted.drop_ends = 0;
  noted.at = noted.at_drop = where;
  noted.object = object;
  steps_of_drops[made] = of.dropped.empty() ? nullptr : &of.dropped;
  const bool has_own_words = of.is == layout::memory || of.is == layout::number || of.is == layout::undropped;
  noted.is = has_own_words ? of.is : place_of(made, of.is);
  if (noted.is == layout::memory) write(memory_of(made), content_of(made));
  const handle carried = of.carries;
  if (can_move(carried) && carried != in_use && at(carried).port != nullptr && at(carried).owner == mine) {
    noted.carries = carried;
    at(carried).owner = moving;
  }
  return made;
}

fearless_value to_port(std::uint32_t made) {
  switch (log().value[made].is) {
    case layout::memory:
      return {.data = &memory_of(made), .drop = drop_memory};
    case layout::number:
      return {.data = as_data(made, layout::number), .drop = drop_number};
    case layout::undropped:
      return {.data = as_data(made, layout::undropped), .drop = nullptr};
    case layout::null:
      return {.data = nullptr, .drop = drop_of_null(made)};
    case layout::same:
      return {.data = &same_address, .drop = drop_same};
    case layout::blank:
      break;
  }
  return {};
}

std::uint32_t from_port(fearless_value given) {
  if (given.drop == drop_memory) {
    const auto data = reinterpret_cast<std::uintptr_t>(given.data);
    const auto first = reinterpret_cast<std::uintptr_t>(&memory_of(0));
    if (data < first || data % alignof(value_memory) != 0) return unknown_value;
    return checked((data - first) / sizeof(value_memory), layout::memory);
  }
  if (given.drop == drop_same) return given.data == &same_address ? run().same.load() : unknown_value;
  if (given.drop == drop_number) return number_in(given.data, layout::number);
  if (given.drop == nullptr)
    return given.data == nullptr ? run().blank.load() : number_in(given.data, layout::undropped);
  const auto* const found = std::ranges::find(drops_of_nulls, given.drop);
  if (found == drops_of_nulls.end() || given.data != nullptr) return unknown_value;
  const auto made = run().nulls[static_cast<std::size_t>(found - drops_of_nulls.begin())].load();
  return made != no_value ? made : unknown_value;
}

std::uint32_t use_value(std::uint32_t made) {
  if (made >= log().values || log().value[made].is != layout::memory) return made;
  record& noted = open(action::use, {}, log().value[made].object);
  noted.value = made;
  const bool is_intact = read(memory_of(made)) == content_of(made);
  close(noted, result::done);
  return is_intact ? made : unknown_value;
}

std::uint32_t take_value(fearless_value given) {
  const auto made = from_port(given);
  if (made >= log().values) return made;
  value_record& noted = log().value[made];
  const auto seen = noted.drops == 0 ? use_value(made) : unknown_value;
  noted.at = place::thread;
  if (const handle carried = std::exchange(noted.carries, {}); carried.is_some()) at(carried).owner = mine;
  return seen;
}

void drop_value(fearless_value given) {
  if (from_port(given) < log().values && given.drop != nullptr) given.drop(given.data);
}

}  // namespace scenarios
